package rapport.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The description of a service's HTTP API (OpenAPI), as its code says and as it is committed in
 * {@code openapi.json} of its module.
 */
public final class ApiDescription {
  private static final Path COMMITTED = Path.of("openapi.json");
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String ANY_TYPE = "*/*";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ApiDescription() {}

  /**
   * To be called before a service describes itself: the library that reads Javadoc has an assertion
   * that is wrong about arrays.
   */
  public static void prepare() {
    ApiDescription.class
        .getClassLoader()
        .setPackageAssertionStatus("com.github.therapi.runtimejavadoc", false);
  }

  /**
   * Asks a running service how it describes itself, and compares that with {@code openapi.json};
   * {@code -Dgolden.update=true} writes it anew.
   *
   * @param port where the service listens
   * @param headers names and values in turn, such as those that let the request in
   * @throws AssertionError with the lines that differ
   */
  public static void isCommitted(int port, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      Golden.text(COMMITTED, tidied(answer.body()));
    }
  }

  /** Only what callers from outside may use, as Markdown, and the same from run to run. */
  static String tidied(String generated) {
    var root = (ObjectNode) JSON.readTree(generated);
    root.remove(List.of("servers", "info", "tags"));
    var paths = (ObjectNode) root.path("paths");
    paths.remove(
        paths.propertyNames().stream().filter(path -> path.startsWith("/internal/")).toList());
    paths.forEach(path -> path.forEach(operation -> tidy((ObjectNode) operation)));
    texts(root);
    forgetUnused(root);
    return JSON.writeValueAsString(JSON.treeToValue(root, Object.class)) + "\n";
  }

  private static void tidy(ObjectNode operation) {
    var tag = operation.path("tags").path(0).asString().replace("-controller", "");
    operation.putArray("tags").add(tag);
    operation.put("operationId", tag + "." + operation.path("operationId").asString());
    if (operation.path("description").equals(operation.path("summary"))) {
      operation.remove("description");
    }
    operation.path("responses").forEach(response -> json(response.path("content")));
  }

  private static void json(JsonNode content) {
    if (content instanceof ObjectNode types && types.has(ANY_TYPE)) {
      types.set("application/json", types.remove(ANY_TYPE));
    }
  }

  private static void texts(JsonNode node) {
    node.forEach(ApiDescription::texts);
    for (var name : List.of("description", "summary")) {
      if (node instanceof ObjectNode object && object.get(name) instanceof StringNode text) {
        object.put(name, markdown(text.asString()));
      }
    }
  }

  private static String markdown(String javadoc) {
    return javadoc
        .replaceAll("</?code>", "`")
        .replaceAll("\\{@link \\S+ ([^}]+)}", "$1")
        .replaceAll("</?p>", "\n\n")
        .replaceAll("[ \t]*\n[ \t]*(?!\n)", " ")
        .strip();
  }

  private static void forgetUnused(ObjectNode root) {
    if (root.path("components").path("schemas") instanceof ObjectNode schemas) {
      var used = new HashSet<String>();
      use(root.path("paths"), schemas, used);
      schemas.remove(
          schemas.propertyNames().stream().filter(name -> !used.contains(name)).toList());
    }
  }

  private static void use(JsonNode node, ObjectNode schemas, Set<String> used) {
    if (node.path("$ref").asString("").startsWith(SCHEMAS)) {
      var name = node.path("$ref").asString().substring(SCHEMAS.length());
      if (used.add(name)) {
        use(schemas.path(name), schemas, used);
      }
    }
    node.forEach(child -> use(child, schemas, used));
  }
}
