package rapport.integrations.salesforce;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.Person;
import tools.jackson.databind.JsonNode;

/** A row of an answer. */
record Row(JsonNode json) {

  String id() {
    return needed("Id");
  }

  /** When it was last changed, by anybody or anything. */
  String stamp() {
    return needed("SystemModstamp");
  }

  boolean isDeleted() {
    return json.path("IsDeleted").asBoolean(false);
  }

  boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  String needed(String field) {
    var text = text(field);
    if (text == null) {
      throw new IllegalStateException("a row without " + field);
    }
    return text;
  }

  String text(String field, String otherwise) {
    var text = text(field);
    return text == null ? otherwise : text;
  }

  @Nullable String text(String field) {
    return text(json.path(field));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }

  @Nullable BigDecimal number(String field) {
    var node = json.path(field);
    return node.isNumber() ? node.decimalValue() : null;
  }

  /** The time, as ISO 8601 in UTC. */
  @Nullable String time(String field) {
    var text = text(field);
    return text == null ? null : Stamps.read(text).toString();
  }

  /** Somebody of ours, by a relation such as {@code Owner}. */
  @Nullable Person colleague(String relation) {
    var node = json.path(relation);
    return node.isObject()
        ? new Person(
            text(node.path("Id")), text(node.path("Name")), text(node.path("Email")), "ours")
        : null;
  }

  /** The rows of a relation to many. */
  List<Row> rows(String relation) {
    return json.path(relation).path("records").valueStream().map(Row::new).toList();
  }
}
