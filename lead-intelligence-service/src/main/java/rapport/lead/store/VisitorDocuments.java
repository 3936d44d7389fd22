package rapport.lead.store;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.WireMessage;
import rapport.lead.visitor.Particulars;
import rapport.lead.visitor.Reading;
import rapport.lead.visitor.Visitor;

/** Visitors as documents and back; their news as messages. */
final class VisitorDocuments {

  private static final EventCodec<LeadEvent> CODEC = new EventCodec<>(EventCatalog.LEAD);

  private VisitorDocuments() {}

  /** Everything of a visitor but the news. */
  static Map<String, @Nullable Object> fields(Visitor visitor) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("stream", visitor.id());
    fields.put("flow", visitor.flow());
    fields.put("arrival", visitor.arrival() == null ? null : JsonDocuments.of(visitor.arrival()));
    fields.put("startedAt", date(visitor.startedAt()));
    fields.put("lastMessageAt", date(visitor.lastMessageAt()));
    fields.put("arrived", visitor.arrived().stream().map(JsonDocuments::of).toList());
    fields.put("readings", visitor.readings().stream().map(JsonDocuments::of).toList());
    fields.put("particulars", JsonDocuments.of(visitor.particulars()));
    fields.put("persona", visitor.persona());
    fields.put("told", visitor.told());
    return fields;
  }

  static Visitor visitor(Document document) {
    var arrival = document.get("arrival", Document.class);
    return new Visitor(
        document.getString("stream"),
        document.getString("flow"),
        arrival == null ? null : JsonDocuments.read(arrival, Arrival.class),
        instant(document.getDate("startedAt")),
        instant(document.getDate("lastMessageAt")),
        list(document, "arrived", Evidence.class),
        list(document, "readings", Reading.class),
        particulars(document),
        document.getString("persona"),
        document.getLong("told"),
        List.of());
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

  static Document news(Envelope<LeadEvent> news) {
    var message = CODEC.encode(news);
    return new Document("rev", news.rev())
        .append("at", Date.from(news.at()))
        .append("headers", new Document(new LinkedHashMap<String, Object>(message.headers())))
        .append("value", message.value());
  }

  static WireMessage message(String streamKey, Document news) {
    var headers = new LinkedHashMap<String, String>();
    var stored = Objects.requireNonNull(news.get("headers", Document.class));
    stored.forEach((name, value) -> headers.put(name, value.toString()));
    return new WireMessage(EventCatalog.LEAD.topic(), streamKey, headers, news.getString("value"));
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
