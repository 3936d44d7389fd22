package rapport.integrations.connector;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of ours as members of a JSON object, and back. */
public final class JsonFields {

  private JsonFields() {}

  /** Adds the values; the same object. */
  public static ObjectNode put(ObjectNode object, Map<String, FieldValue> values) {
    values.forEach((name, value) -> {
      switch (value) {
        case FieldValue.Text(var text) -> object.put(name, text);
        case FieldValue.Num(var number) -> object.put(name, number);
        case FieldValue.Flag(var flag) -> object.put(name, flag);
        case FieldValue.Tags(var tags) -> object.put(name, String.join(";", tags));
      }
    });
    return object;
  }

  /** The members of those names that have a value; blank texts are none. */
  public static Map<String, FieldValue> read(JsonNode object, Collection<String> names) {
    var values = new LinkedHashMap<String, FieldValue>();
    for (var name : names) {
      var value = value(object.path(name));
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static @Nullable FieldValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue().isBlank() ? null : FieldValue.text(node.stringValue());
      case NUMBER -> new FieldValue.Num(node.decimalValue());
      case BOOLEAN -> new FieldValue.Flag(node.booleanValue());
      default -> null;
    };
  }
}
