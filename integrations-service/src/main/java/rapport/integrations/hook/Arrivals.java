package rapport.integrations.hook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.HookAnswer.News;
import rapport.integrations.store.Cleaning;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What other systems told, each telling once by its id. Those worked off stay for a while without
 * their words, so that what is told again is known.
 */
@Component
public final class Arrivals {

  /** What became of keeping a telling. */
  public enum Kept {
    NEW,
    /** It was told before, and is told again. */
    AGAIN,
    /** The very request was made before: nobody but a third party would. */
    REPLAYED
  }

  /** Longer than any system tells the same again. */
  static final Duration KEPT = Duration.ofDays(14);

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Mono<WorkspaceCollection> documents;

  public Arrivals(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store, "hook_arrivals", List.of(Indexes.ascending("due"), Indexes.ascending("at")));
  }

  /** Keeps a telling, unless it is kept already. */
  public Mono<Kept> keep(StreamRef connection, News news, Instant now) {
    var id = connection.key() + "/" + news.id();
    var document =
        new Document("_id", id)
            .append("connection", connection.key())
            .append("body", news.body())
            .append("signatures", List.of(news.signature()))
            .append("at", Date.from(now))
            .append("due", Date.from(now))
            .append("tries", 0)
            .append("rev", 1L);
    return documents
        .flatMap(all -> all.insert(connection.workspace(), document))
        .thenReturn(Kept.NEW)
        .onErrorResume(
            DuplicateKeyException.class,
            _ -> news.signature().isEmpty() ? Mono.just(Kept.AGAIN) : again(connection, id, news));
  }

  private Mono<Kept> again(StreamRef connection, String id, News news) {
    var unseen = and(eq(id), ne("signatures", news.signature()));
    return documents
        .flatMap(all ->
            all.update(connection.workspace(), unseen, addToSet("signatures", news.signature())))
        .map(added -> added ? Kept.AGAIN : Kept.REPLAYED);
  }

  /**
   * What is to be worked off.
   *
   * @param limit none if it is 0
   */
  Flux<Arrival> due(Instant now, int limit) {
    if (limit == 0) {
      return Flux.empty();
    }
    return documents
        .flatMapMany(
            all -> all.acrossWorkspaces(lte("due", Date.from(now)), Sorts.ascending("due"), limit))
        .map(Arrival::read);
  }

  /** Claims a telling until then; empty when somebody else has it. */
  Mono<Arrival> claim(Arrival arrival, Instant until) {
    return update(arrival, combine(set("due", Date.from(until)), inc("tries", 1)))
        .filter(claimed -> claimed)
        .map(_ ->
            new Arrival(
                arrival.id(),
                arrival.connection(),
                arrival.body(),
                arrival.tries() + 1,
                arrival.rev() + 1));
  }

  /** It is worked off; only that it was told stays. */
  Mono<Boolean> done(Arrival arrival) {
    return update(arrival, combine(set("due", Date.from(NEVER)), set("body", "")));
  }

  /** It could not be worked off; tried again then, or never when there is no time. */
  Mono<Boolean> failed(Arrival arrival, Instant next, String reason) {
    return update(arrival, combine(set("due", Date.from(next)), set("reason", reason)));
  }

  /** It was given up. */
  Mono<Boolean> givenUp(Arrival arrival, String reason) {
    return failed(arrival, NEVER, reason);
  }

  /** Forgets some of what was told before that time; true when there may be more. */
  Mono<Boolean> dropBefore(Instant time) {
    return documents.flatMap(all -> Cleaning.drop(all, lt("at", Date.from(time)), "at"));
  }

  private Mono<Boolean> update(Arrival arrival, Bson update) {
    var mine = and(eq(arrival.id()), eq("rev", arrival.rev()));
    return documents.flatMap(
        all -> all.update(arrival.connection().workspace(), mine, combine(update, inc("rev", 1L))));
  }
}
