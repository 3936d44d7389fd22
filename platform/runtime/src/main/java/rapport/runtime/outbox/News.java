package rapport.runtime.outbox;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.runtime.projection.StreamRef;

/**
 * Writes news of a document into it, in the write that makes them true; {@link NewsOutbox}
 * publishes them. Such a document has its stream's key, {@code workspace/stream}, as {@code _id},
 * and of the news:
 *
 * <ul>
 *   <li>{@code told}: the revision of the last of them, 0 while there are none
 *   <li>{@code published}: the revision up to which the broker has them
 *   <li>{@code pending}: whether there are more
 *   <li>{@code toldAt}: when there last were any
 *   <li>{@code news}: the news themselves, as long as they are kept
 * </ul>
 *
 * Every write of news must be guarded by the {@code told} that was read, or by whatever else cannot
 * stay while it moves.
 */
public final class News<E> {

  private final EventCodec<E> codec;

  /**
   * @param catalog of the topic the news are told on
   */
  public News(EventCatalog<E> catalog) {
    this.codec = new EventCodec<>(catalog);
  }

  /**
   * Events that happened together, as the next of their stream: their ids are {@code stream:rev}.
   *
   * @param told the revision of the last news before, 0 when there were none
   * @param cause the input that led to them, such as a run
   */
  public static <E> List<Envelope<E>> next(
      StreamRef stream, long told, Instant at, @Nullable String cause, List<? extends E> events) {
    var news = new ArrayList<Envelope<E>>();
    for (var event : events) {
      var rev = told + news.size() + 1;
      var id = stream.stream() + ":" + rev;
      news.add(
          new Envelope<>(id, stream.workspace(), stream.stream(), rev, at, cause, null, event));
    }
    return news;
  }

  /** The fields of a new document, whose first news these are. */
  public Document first(List<Envelope<E>> news) {
    var fields = new Document("told", 0L).append("published", 0L).append("pending", false);
    if (!news.isEmpty()) {
      fields
          .append("told", news.getLast().rev())
          .append("pending", true)
          .append("toldAt", Date.from(news.getLast().at()));
    }
    return fields.append("news", documents(news));
  }

  /**
   * The fields of a document that is written anew as a whole and tells nothing but its latest
   * state, as a compacted topic does.
   */
  public Document only(Envelope<E> news) {
    return first(List.of(news)).append("published", news.rev() - 1);
  }

  /**
   * The fields of such a document when what it was about is no more: readers of the topic forget
   * it, and so does the topic.
   *
   * @param last what was told of it last, at the next revision
   */
  public Document end(Envelope<E> last) {
    var end = document(last).append("value", null);
    return only(last).append("news", List.of(end));
  }

  /** The update that adds news to a document; it changes nothing when there are none. */
  public Bson more(List<Envelope<E>> news) {
    return news.isEmpty()
        ? combine()
        : combine(
            set("told", news.getLast().rev()),
            set("pending", true),
            set("toldAt", Date.from(news.getLast().at())),
            pushEach("news", documents(news)));
  }

  /** The same for an upsert: the document may be new. */
  public Bson firstOrMore(List<Envelope<E>> news) {
    var begun = setOnInsert("published", 0L);
    return news.isEmpty()
        ? combine(
            begun,
            setOnInsert("told", 0L),
            setOnInsert("pending", false),
            setOnInsert("news", List.of()))
        : combine(begun, more(news));
  }

  /**
   * The update that has the last of a document's news told again, as when the state that goes with
   * it is another now.
   *
   * @param told the revision of the last news; nothing is told again when it is 0
   */
  public static Bson again(long told) {
    return told == 0 ? combine() : combine(set("pending", true), min("published", told - 1));
  }

  private List<Document> documents(List<Envelope<E>> news) {
    return news.stream().map(this::document).toList();
  }

  private Document document(Envelope<E> news) {
    var message = codec.encode(news);
    return new Document("rev", news.rev())
        .append("at", Date.from(news.at()))
        .append("headers", new Document(new LinkedHashMap<String, Object>(message.headers())))
        .append("value", message.value());
  }
}
