package rapport.profile.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.Field;
import rapport.profile.record.Fields;
import rapport.profile.record.Provenance;
import rapport.profile.record.Rows;
import rapport.profile.record.SourcedValue;
import rapport.profile.record.Status;
import rapport.runtime.projection.RebuildableViews;

/** Records as documents and back. */
final class RecordDocuments {

  private RecordDocuments() {}

  /** What a document holds of a record itself; all of it is written anew with every save. */
  static Document of(ConversationRecord record) {
    return new Document("flow", record.flow())
        .append("status", record.status().name())
        .append("createdBy", record.createdBy())
        .append("lastUpdatedAt", date(record.lastUpdatedAt()))
        .append("search", SearchWords.of(record))
        .append(
            "fields",
            record.fields().byPath().entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue()))
                .toList())
        .append(
            "rows",
            record.rows().byGroup().entrySet().stream()
                .map(entry ->
                    new Document("group", entry.getKey()).append("items", entry.getValue()))
                .toList());
  }

  /** Whether two records are the same once they are stored. */
  static boolean agree(ConversationRecord one, ConversationRecord other) {
    return RebuildableViews.sameInStore(of(one), of(other));
  }

  static ConversationRecord record(Document document) {
    var fields = new TreeMap<String, Field>();
    for (var field : document.getList("fields", Document.class)) {
      fields.put(field.getString("path"), field(field));
    }
    var rows = new TreeMap<String, List<String>>();
    for (var group : document.getList("rows", Document.class, List.of())) {
      rows.put(group.getString("group"), group.getList("items", String.class));
    }
    return new ConversationRecord(
        document.getString("stream"),
        document.getString("flow"),
        Status.valueOf(document.getString("status")),
        document.getString("createdBy"),
        instant(document.getDate("lastUpdatedAt")),
        new Fields(fields),
        new Rows(rows));
  }

  private static Document field(String path, Field field) {
    var document =
        new Document("path", path)
            .append("status", field.status().name())
            .append("parked", field.parked())
            .append("rev", field.rev());
    var held = field.held();
    if (held != null) {
      document.append("value", value(held.value()));
      var source = held.provenance();
      document.append("source", source == null ? null : source(source));
    }
    return document;
  }

  private static Field field(Document document) {
    var value = value(document.get("value"));
    var source = document.get("source", Document.class);
    return new Field(
        Field.Status.valueOf(document.getString("status")),
        value == null ? null : new SourcedValue(value, source == null ? null : source(source)),
        document.getBoolean("parked"),
        document.getLong("rev"));
  }

  private static Document source(Provenance source) {
    return new Document("by", source.by().wire())
        .append("actor", source.actor())
        .append("quote", source.quote())
        .append("confidence", source.confidence())
        .append("at", date(source.at()))
        .append("eventId", source.eventId());
  }

  private static Provenance source(Document document) {
    return new Provenance(
        Origin.valueOf(document.getString("by").toUpperCase(Locale.ROOT)),
        document.getString("actor"),
        document.getString("quote"),
        document.getDouble("confidence"),
        document.getDate("at").toInstant(),
        document.getString("eventId"));
  }

  /** Numbers that are no long keep every digit as text: a store's decimals end at 34 of them. */
  static @Nullable Object value(@Nullable FieldValue value) {
    return switch (value) {
      case null -> null;
      case FieldValue.Num num when num.json() instanceof BigDecimal number ->
          new Document("number", number.toString());
      case FieldValue other -> other.json();
    };
  }

  static @Nullable FieldValue value(@Nullable Object stored) {
    return switch (stored) {
      case null -> null;
      case Document number -> FieldValue.of(new BigDecimal(number.getString("number")));
      case List<?> tags -> FieldValue.of(List.copyOf(tags));
      case Object plain -> FieldValue.of(plain);
    };
  }

  static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }

  static Instant requiredInstant(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field), field).toInstant();
  }
}
