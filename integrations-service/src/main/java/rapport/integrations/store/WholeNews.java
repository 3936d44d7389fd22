package rapport.integrations.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;

/**
 * What a document has to tell, kept within it: {@code rev} is its last event's revision, {@code
 * published} the last one the broker has, {@code news} the events after that and the last one
 * before. Older ones need not be kept, as each event tells everything.
 */
final class WholeNews {

  private static final EventCodec<IntegrationEvent> CODEC =
      new EventCodec<>(IntegrationEvent.CATALOG);

  private WholeNews() {}

  /** The fields of a document that is new and tells its first event. */
  static Document first(StreamRef stream, Instant at, IntegrationEvent event) {
    return new Document("_id", stream.key())
        .append("rev", 1L)
        .append("published", 0L)
        .append("pending", true)
        .append("toldAt", Date.from(at))
        .append("news", List.of(entry(stream, 1, at, event)));
  }

  /** Adds an event to a document that is at the revision before it. */
  static Bson next(StreamRef stream, long rev, Instant at, IntegrationEvent event) {
    return combine(
        set("rev", rev),
        set("pending", true),
        set("toldAt", Date.from(at)),
        push("news", entry(stream, rev, at, event)));
  }

  private static Document entry(StreamRef stream, long rev, Instant at, IntegrationEvent event) {
    var id = stream.stream() + ":" + rev;
    var envelope =
        new Envelope<>(id, stream.workspace(), stream.stream(), rev, at, null, null, event);
    var message = CODEC.encode(envelope);
    return new Document("rev", rev)
        .append("at", Date.from(at))
        .append("headers", new Document(new LinkedHashMap<>(message.headers())))
        .append("value", message.value());
  }

  /** What the document still has to tell, or all it remembers. */
  static List<OutboxEntry> entries(Document document, boolean all) {
    var key = document.getString("_id");
    var published = all ? 0 : document.getLong("published");
    return document.getList("news", Document.class).stream()
        .filter(news -> news.getLong("rev") > published)
        .map(news ->
            new OutboxEntry(
                key + ":" + news.getLong("rev"),
                key,
                news.getLong("rev"),
                news.getDate("at").toInstant(),
                List.of(message(key, news, news.getLong("rev")))))
        .toList();
  }

  /** The message of that revision. One that is no longer kept is told with what came after it. */
  static WireMessage message(Document document, long rev) {
    var kept =
        document.getList("news", Document.class).stream()
            .filter(news -> news.getLong("rev") >= rev)
            .findFirst()
            .orElseThrow();
    return message(document.getString("_id"), kept, rev);
  }

  private static WireMessage message(String key, Document news, long rev) {
    var headers = new LinkedHashMap<String, String>();
    news.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
    if (news.getLong("rev") != rev) {
      headers.put("ce_id", StreamRef.ofKey(key).stream() + ":" + rev);
      headers.put("ce_rev", Long.toString(rev));
    }
    return new WireMessage(IntegrationEvent.CATALOG.topic(), key, headers, news.getString("value"));
  }

  /**
   * Moves the mark when nothing before these entries is unpublished, and then says that nothing is
   * pending unless something newer has come. A crash between the two is harmless.
   */
  static List<Write> marks(StreamRef stream, long first, long last) {
    var id = eq(stream.key());
    var next = and(id, gte("published", first - 1));
    var all = and(id, eq("rev", last), gte("published", last));
    var moved = combine(max("published", last), pullByFilter(eq("news", lt("rev", last))));
    return List.of(
        new Write.Update(stream.workspace(), next, moved),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }
}
