package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthEvent;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;

/**
 * What is to be told, in the document that changed: {@code news} with their revisions, {@code told}
 * the last of these, {@code published} how far the broker has them, {@code pending} whether there
 * is more, {@code toldAt} when there was last something.
 */
final class NewsDocuments {

  private static final EventCodec<HealthEvent> CODEC = new EventCodec<>(EventCatalog.HEALTH);

  /** Published news are kept as long as the topic keeps them, for reconciliation. */
  private static final Duration KEPT = Duration.ofDays(30);

  private NewsDocuments() {}

  /** The parts of a new document. */
  static Document begin(StreamRef stream, List<HealthEvent> events, Instant at) {
    return new Document("told", (long) events.size())
        .append("published", 0L)
        .append("pending", !events.isEmpty())
        .append("toldAt", Date.from(at))
        .append("news", documents(stream, 0, events, at));
  }

  /** Adds to a document that has told {@code told} so far. */
  static List<Bson> more(StreamRef stream, long told, List<HealthEvent> events, Instant at) {
    return events.isEmpty()
        ? List.of()
        : List.of(
            set("told", told + events.size()),
            set("pending", true),
            set("toldAt", Date.from(at)),
            pushEach("news", documents(stream, told, events, at)));
  }

  private static List<Document> documents(
      StreamRef stream, long told, List<HealthEvent> events, Instant at) {
    var documents = new ArrayList<Document>();
    for (var event : events) {
      var rev = told + documents.size() + 1;
      var message =
          CODEC.encode(
              new Envelope<>(
                  "health:" + stream.key() + ":" + rev,
                  stream.workspace(),
                  stream.stream(),
                  rev,
                  at,
                  null,
                  null,
                  event));
      documents.add(
          new Document("rev", rev)
              .append("at", Date.from(at))
              .append("headers", new Document(new LinkedHashMap<>(message.headers())))
              .append("value", message.value()));
    }
    return documents;
  }

  /** What the document tells after that revision, an entry for each. */
  static List<OutboxEntry> entries(Document document, long after) {
    var key = document.getString("_id");
    return document.getList("news", Document.class).stream()
        .filter(news -> news.getLong("rev") > after)
        .map(news ->
            new OutboxEntry(
                CODEC.catalog().topic() + ":" + key + ":" + news.getLong("rev"),
                key,
                news.getLong("rev"),
                news.getDate("at").toInstant(),
                List.of(message(key, news))))
        .toList();
  }

  private static WireMessage message(String key, Document news) {
    var headers = new LinkedHashMap<String, String>();
    for (Map.Entry<String, Object> header : news.get("headers", Document.class).entrySet()) {
      headers.put(header.getKey(), header.getValue().toString());
    }
    return new WireMessage(CODEC.catalog().topic(), key, headers, news.getString("value"));
  }

  /**
   * Moves the mark when nothing before these entries is unpublished, and then says that nothing is
   * pending unless something newer has come. A crash between the two writes is harmless.
   */
  static List<Write> marks(StreamRef stream, List<OutboxEntry> entries) {
    var last = entries.getLast().lastRev();
    var old = and(lt("at", Date.from(entries.getLast().at().minus(KEPT))), lte("rev", last));
    var id = eq(stream.key());
    var next = and(id, gte("published", entries.getFirst().lastRev() - 1));
    var all = and(id, eq("told", last), gte("published", last));
    var moved = combine(max("published", last), pullByFilter(eq("news", old)));
    return List.of(
        new Write.Update(stream.workspace(), next, moved),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }
}
