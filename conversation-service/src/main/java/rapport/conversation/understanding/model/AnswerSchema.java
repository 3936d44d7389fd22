package rapport.conversation.understanding.model;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a model's answer, made from the fields it may fill. The server is asked to keep to
 * it; whether it did is checked here, since not every server does.
 */
final class AnswerSchema {

  private static final int MOST_SCHEMAS = 200;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Compiled once for each set of fields, by the schema's text. */
  private final LoadingCache<String, Schema> compiled =
      Caffeine.newBuilder().maximumSize(MOST_SCHEMAS).build(registry::getSchema);

  /** Only keywords that every server knows. */
  JsonNode of(List<Field> fields) {
    var schema = object(JSON.createObjectNode(), "values", "reaction");
    var properties = (ObjectNode) schema.get("properties");
    var claims = properties.putObject("values").put("type", "array").putObject("items");
    var kinds = claims.putArray("anyOf");
    var open = fields.stream().filter(field -> !closed(field)).map(Field::path).toList();
    if (!open.isEmpty()) {
      claim(kinds, open).put("type", "string");
    }
    fields.stream()
        .filter(AnswerSchema::closed)
        .forEach(field ->
            strings(claim(kinds, List.of(field.path())).put("type", "string"), field.options()));
    strings(
        properties.putObject("reaction").put("type", "string"), List.of("none", "why", "meaning"));
    return schema;
  }

  /** A claim about one of some fields; gives the schema of its value. */
  private static ObjectNode claim(ArrayNode kinds, List<String> paths) {
    var claim = object(kinds.addObject(), "field", "value", "quote");
    var properties = (ObjectNode) claim.get("properties");
    strings(properties.putObject("field").put("type", "string"), paths);
    var value = properties.putObject("value");
    properties.putObject("quote").put("type", "string");
    return value;
  }

  private static ObjectNode object(ObjectNode schema, String... required) {
    schema.put("type", "object").put("additionalProperties", false);
    var names = schema.putArray("required");
    for (var name : required) {
      names.add(name);
    }
    schema.putObject("properties");
    return schema;
  }

  private static void strings(ObjectNode schema, List<String> allowed) {
    var options = schema.putArray("enum");
    allowed.forEach(options::add);
  }

  private static boolean closed(Field field) {
    return field.type() == FieldType.CHOICE && !field.openOptions() && field.optionsFrom() == null;
  }

  /** Reads an answer; empty when it is no JSON, or not of the form asked for. */
  Optional<ModelAnswer> read(String answer, JsonNode schema) {
    try {
      var read = JSON.readTree(answer);
      // Checked as it was read, so that no two parsers can see two things in it.
      return !read.isMissingNode()
              && compiled
                  .get(schema.toString())
                  .validate(read.toString(), InputFormat.JSON)
                  .isEmpty()
          ? Optional.of(JSON.treeToValue(read, ModelAnswer.class))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
