package rapport.gateway.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.http.server.PathContainer;
import rapport.gateway.route.PathKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One OpenAPI document made of those of the gateway and the services: what can be asked of them
 * from outside.
 */
final class ApiDocument {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SCHEMAS = "#/components/schemas/";

  /** As the route table: what is asked of a conversation but answered from its record. */
  private static final String RECORDS = "/api/v1/records/";

  private static final String CONVERSATIONS = "/api/v1/conversations/";

  private final ObjectNode root;
  private final ObjectNode paths;
  private final ObjectNode schemas;

  private ApiDocument(JsonNode base, String version) {
    this.root = (ObjectNode) base.deepCopy();
    this.paths = root.putObject("paths");
    this.schemas = (ObjectNode) root.path("components").path("schemas");
    ((ObjectNode) root.path("info")).put("version", version);
  }

  /**
   * @param base everything that is the same for all of them
   * @param services their documents by name; later ones win nothing: a path belongs to one service
   * @param version of Rapport
   * @throws IllegalStateException when two of them describe the same operation
   */
  static ObjectNode merged(JsonNode base, SortedMap<String, JsonNode> services, String version) {
    var document = new ApiDocument(base, version);
    Set<String> ambiguous = ambiguous(services);
    services.forEach((name, service) -> document.add(name, service, ambiguous));
    return document.root;
  }

  /** The names of schemas that mean different things in different services. */
  private static Set<String> ambiguous(Map<String, JsonNode> services) {
    var known = new HashMap<String, JsonNode>();
    var ambiguous = new HashSet<String>();
    for (var service : services.values()) {
      for (var schema : schemasOf(service).properties()) {
        JsonNode other = known.putIfAbsent(schema.getKey(), schema.getValue());
        if (other != null && !other.equals(schema.getValue())) {
          ambiguous.add(schema.getKey());
        }
      }
    }
    return ambiguous;
  }

  private static JsonNode schemasOf(JsonNode service) {
    return service.path("components").path("schemas");
  }

  private void add(String name, JsonNode described, Set<String> ambiguous) {
    JsonNode service = described.deepCopy();
    rename(service, name, ambiguous);
    for (var schema : schemasOf(service).properties()) {
      schemas.set(unambiguous(name, schema.getKey(), ambiguous), schema.getValue());
    }
    for (var path : service.path("paths").properties()) {
      var operations = (ObjectNode) path.getValue();
      operations.forEach(operation -> complete(path.getKey(), (ObjectNode) operation));
      put(path.getKey().replace(RECORDS, CONVERSATIONS), operations);
    }
  }

  private void put(String path, ObjectNode operations) {
    var there = paths.path(path).isObject() ? (ObjectNode) paths.get(path) : paths.putObject(path);
    for (var operation : operations.properties()) {
      if (there.has(operation.getKey())) {
        throw new IllegalStateException(operation.getKey() + " " + path + " is described twice");
      }
      there.set(operation.getKey(), operation.getValue());
    }
  }

  private static void complete(String path, ObjectNode operation) {
    if (!PathKind.of(PathContainer.parsePath(path)).needsSignIn()) {
      operation.putArray("security");
    }
    ((ObjectNode) operation.path("responses"))
        .putObject("default")
        .put("$ref", "#/components/responses/Problem");
  }

  private static void rename(JsonNode node, String service, Set<String> ambiguous) {
    if (node instanceof ObjectNode object
        && object.get("$ref") instanceof StringNode reference
        && reference.asString().startsWith(SCHEMAS)) {
      String name = reference.asString().substring(SCHEMAS.length());
      object.put("$ref", SCHEMAS + unambiguous(service, name, ambiguous));
    }
    node.forEach(child -> rename(child, service, ambiguous));
  }

  /** {@code Entry} of profile-service becomes {@code ProfileEntry} when others have one, too. */
  private static String unambiguous(String service, String schema, Set<String> ambiguous) {
    return ambiguous.contains(schema)
        ? Character.toUpperCase(service.charAt(0))
            + service.substring(1).replaceFirst("-.*", "")
            + schema
        : schema;
  }

  static byte[] bytes(ObjectNode document) {
    return JSON.writeValueAsBytes(document);
  }
}
