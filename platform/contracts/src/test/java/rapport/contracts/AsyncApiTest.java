package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * {@code asyncapi.yaml} lists every topic and event there is; it is generated from the catalogs.
 */
class AsyncApiTest {

  private static final Path FILE = Path.of("asyncapi.yaml");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .build();

  @Test
  void the_document_is_that_of_the_catalogs() {
    Committed.compare(FILE, YAML.writeValueAsString(document()));
  }

  @Test
  void every_reference_in_it_leads_somewhere() throws IOException {
    var document = YAML.readTree(Files.readString(FILE));
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> {
          if (reference.startsWith("#")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
          } else {
            assertThat(Path.of(reference)).exists();
          }
        });
  }

  private static Map<String, Object> document() {
    var channels = new LinkedHashMap<String, Object>();
    var operations = new LinkedHashMap<String, Object>();
    var messages = new LinkedHashMap<String, Object>();
    for (var catalog : Catalogs.ALL) {
      var id = catalog.topic().replace('.', '-');
      channels.put(id, channel(catalog));
      operations.put("publish-" + id, operation(catalog, id));
      catalog.types().keySet().forEach(name -> messages.put(id(name), message(name)));
    }
    var components = new LinkedHashMap<String, Object>();
    components.put("messages", messages);
    components.put("schemas", Map.of("headers", headers()));
    var document = new LinkedHashMap<String, Object>();
    document.put("asyncapi", "3.0.0");
    document.put(
        "info",
        map(
            "title", "Rapport events",
            "version", "1.0.0",
            "description",
                "CloudEvents 1.0 in Kafka's binary mode, at least once, in order per key."));
    document.put("defaultContentType", "application/json");
    document.put("channels", channels);
    document.put("operations", operations);
    document.put("components", components);
    return document;
  }

  private static Map<String, Object> channel(EventCatalog<?> catalog) {
    var messages = new LinkedHashMap<String, Object>();
    catalog
        .types()
        .keySet()
        .forEach(name -> messages.put(id(name), ref("#/components/messages/" + id(name))));
    return map(
        "address",
        catalog.topic(),
        "description",
        "Published by " + catalog.source() + ", keyed by workspace/stream.",
        "messages",
        messages);
  }

  private static Map<String, Object> operation(EventCatalog<?> catalog, String channel) {
    return map(
        "action",
        "send",
        "summary",
        "What " + catalog.source() + " tells.",
        "channel",
        ref("#/channels/" + channel));
  }

  private static Map<String, Object> message(String name) {
    return map(
        "name",
        name,
        "contentType",
        "application/json",
        "headers",
        ref("#/components/schemas/headers"),
        "payload",
        map(
            "schemaFormat",
            "application/schema+json;version=draft-2020-12",
            "schema",
            ref("schemas/" + name + ".json")));
  }

  private static Map<String, Object> headers() {
    var properties = new LinkedHashMap<String, Object>();
    List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_workspace")
        .forEach(name -> properties.put(name, Map.of("type", "string")));
    properties.put("ce_time", map("type", "string", "format", "date-time"));
    properties.put("ce_rev", map("type", "string", "pattern", "^[1-9][0-9]*$"));
    properties.put("ce_cause", Map.of("type", "string"));
    properties.put("traceparent", Map.of("type", "string"));
    return map(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_workspace",
            "ce_time",
            "ce_rev"));
  }

  private static String id(String name) {
    return name.replace('.', '-');
  }

  private static Map<String, Object> ref(String target) {
    return Map.of("$ref", target);
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      map.put(namesAndValues[at].toString(), namesAndValues[at + 1]);
    }
    return map;
  }
}
