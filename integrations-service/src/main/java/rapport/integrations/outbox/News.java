package rapport.integrations.outbox;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

/**
 * Writes news into the document they are about, in the write that makes them true. Such a document
 * has its stream key {@code workspace/stream} as {@code _id}, and of the news: {@code told}, the
 * revision of the last one; {@code published}, the revision that the broker has; {@code pending},
 * whether there are more; {@code toldAt}; and {@code news}.
 */
public final class News {

  private static final EventCodec<AutomationEvent> CODEC =
      new EventCodec<>(EventCatalog.AUTOMATION);

  private News() {}

  /** The fields of a new document whose first news these are. */
  public static Document first(
      String workspace,
      String stream,
      Instant at,
      @Nullable String cause,
      List<AutomationEvent> events) {
    return new Document("_id", workspace + "/" + stream)
        .append("stream", stream)
        .append("told", (long) events.size())
        .append("published", 0L)
        .append("pending", !events.isEmpty())
        .append("toldAt", Date.from(at))
        .append("news", documents(workspace, stream, 0, at, cause, events));
  }

  /**
   * The update that adds news to a document. It must be guarded by the {@code told} that was read.
   *
   * @param told the revision of the last news the document has
   */
  public static Bson more(
      String workspace,
      String stream,
      long told,
      Instant at,
      @Nullable String cause,
      List<AutomationEvent> events) {
    if (events.isEmpty()) {
      return combine();
    }
    return combine(
        set("told", told + events.size()),
        set("pending", true),
        set("toldAt", Date.from(at)),
        pushEach("news", documents(workspace, stream, told, at, cause, events)));
  }

  private static List<Document> documents(
      String workspace,
      String stream,
      long told,
      Instant at,
      @Nullable String cause,
      List<AutomationEvent> events) {
    var documents = new ArrayList<Document>();
    for (var event : events) {
      var rev = told + documents.size() + 1;
      var envelope =
          new Envelope<>(stream + ":" + rev, workspace, stream, rev, at, cause, null, event);
      var message = CODEC.encode(envelope);
      documents.add(
          new Document("rev", rev)
              .append("at", Date.from(at))
              .append("headers", new Document(new LinkedHashMap<String, Object>(message.headers())))
              .append("value", message.value()));
    }
    return documents;
  }

  static WireMessage message(String streamKey, Document news) {
    var headers = new LinkedHashMap<String, String>();
    Objects.requireNonNull(news.get("headers", Document.class))
        .forEach((name, value) -> headers.put(name, value.toString()));
    return new WireMessage(
        EventCatalog.AUTOMATION.topic(), streamKey, headers, news.getString("value"));
  }
}
