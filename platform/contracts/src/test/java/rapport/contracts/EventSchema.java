package rapport.contracts;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema (2020-12) of an event's value, taken from its record. */
final class EventSchema {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventSchema() {}

  /** A schema that stands for itself; unknown fields are welcome, as readers ignore them. */
  static Map<String, Object> of(String name, Class<?> event) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:" + name.replace('.', ':'));
    schema.put("title", name);
    schema.putAll(object(event));
    return schema;
  }

  private static Map<String, Object> object(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      properties.put(component.getName(), property(component));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> property(RecordComponent component) {
    return value(component.getGenericType(), component.getAnnotatedType());
  }

  private static Map<String, Object> value(Type type, AnnotatedType annotated) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      var element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
      return ordered("type", "array", "items", value(list.getActualTypeArguments()[0], element));
    }
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      var values = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[1];
      return ordered(
          "type", "object", "additionalProperties", value(map.getActualTypeArguments()[1], values));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no schema for " + type);
    }
    if (plain.isRecord()) {
      return object(plain);
    }
    if (plain.isEnum()) {
      return Map.of(
          "enum", Arrays.stream(plain.getEnumConstants()).map(JSON::valueToTree).toList());
    }
    return switch (plain.getSimpleName()) {
      case "String" -> Map.of("type", "string");
      case "int", "long", "Integer" -> Map.of("type", "integer");
      case "double", "Double", "BigDecimal" -> Map.of("type", "number");
      case "boolean" -> Map.of("type", "boolean");
      case "Instant" -> ordered("type", "string", "format", "date-time");
      case "LocalDate" -> ordered("type", "string", "format", "date");
      case "FieldValue" -> fieldValue();
      default -> throw new IllegalArgumentException("no schema for " + plain);
    };
  }

  private static Map<String, Object> fieldValue() {
    var tags = new LinkedHashMap<String, Object>();
    tags.put("type", "array");
    tags.put("items", Map.of("type", "string"));
    tags.put("uniqueItems", true);
    return Map.of("anyOf", List.of(Map.of("type", List.of("string", "number", "boolean")), tags));
  }

  /** {@code Map.of} has no order, and a committed file must not move. */
  private static Map<String, Object> ordered(String a, Object first, String b, Object second) {
    var map = new LinkedHashMap<String, Object>();
    map.put(a, first);
    map.put(b, second);
    return map;
  }
}
