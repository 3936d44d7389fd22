package rapport.lead.store;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.LeadEvent.Evidence;
import rapport.lead.visitor.Assessments;
import rapport.lead.visitor.Beginning;
import rapport.lead.visitor.Particulars;
import rapport.lead.visitor.Reading;
import rapport.lead.visitor.Readings;
import rapport.lead.visitor.Visitor;
import rapport.runtime.store.JsonDocuments;

/** Visitors as documents and back. */
final class VisitorDocuments {

  private VisitorDocuments() {}

  /** Everything of a visitor but the news. */
  static Map<String, @Nullable Object> fields(Visitor visitor) {
    var beginning = visitor.beginning();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("stream", visitor.id());
    fields.put("flow", beginning.flow());
    fields.put(
        "arrival", beginning.arrival() == null ? null : JsonDocuments.of(beginning.arrival()));
    fields.put("startedAt", date(beginning.startedAt()));
    fields.put("lastMessageAt", date(visitor.readings().lastMessageAt()));
    fields.put("arrived", beginning.evidence().stream().map(JsonDocuments::of).toList());
    fields.put("readings", visitor.readings().all().stream().map(JsonDocuments::of).toList());
    fields.put("particulars", JsonDocuments.of(visitor.particulars()));
    fields.put("persona", visitor.assessments().persona());
    return fields;
  }

  /**
   * @param judged see {@link Visitor}; it is not kept, since it is decided elsewhere
   */
  static Visitor visitor(Document document, boolean judged) {
    var arrival = document.get("arrival", Document.class);
    return new Visitor(
        document.getString("stream"),
        new Beginning(
            document.getString("flow"),
            arrival == null ? null : JsonDocuments.read(arrival, Arrival.class),
            instant(document.getDate("startedAt")),
            list(document, "arrived", Evidence.class)),
        new Readings(
            list(document, "readings", Reading.class), instant(document.getDate("lastMessageAt"))),
        particulars(document),
        new Assessments(document.getString("persona"), document.getLong("told"), List.of()),
        judged);
  }

  /** Visitors kept by earlier versions have none. */
  private static Particulars particulars(Document document) {
    var stored = document.get("particulars", Document.class);
    return stored == null ? Particulars.NONE : JsonDocuments.read(stored, Particulars.class);
  }

  private static <T> List<T> list(Document document, String name, Class<T> type) {
    return document.getList(name, Document.class).stream()
        .map(each -> JsonDocuments.read(each, type))
        .toList();
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
