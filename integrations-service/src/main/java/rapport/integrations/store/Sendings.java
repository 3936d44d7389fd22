package rapport.integrations.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/** What was sent under which key, and what may have been. */
@Component
public final class Sendings {

  private final Collections collections;
  private final Clock clock;

  Sendings(Collections collections, Clock clock) {
    this.collections = collections;
    this.clock = clock;
  }

  /** What is known of a key. */
  public sealed interface Before {

    /** It is new. */
    record Nothing() implements Before {}

    /** It was tried; what became of it is not known. */
    record Tried() implements Before {}

    /** It was sent. */
    record Done(String connection, String remoteId) implements Before {}
  }

  /** Remembers that the key is tried now; what was known of it before. */
  public Mono<Before> begin(String workspace, String key) {
    var tried = new Document("_id", workspace + "/" + key).append("at", Date.from(clock.instant()));
    return collections
        .sendings()
        .flatMap(all -> all.insert(workspace, tried).<Before>thenReturn(new Before.Nothing()))
        .onErrorResume(DuplicateKeyException.class, _ -> found(workspace, key));
  }

  private Mono<Before> found(String workspace, String key) {
    return collections
        .sendings()
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + key)))
        .map(document -> {
          var remoteId = document.getString("remoteId");
          return remoteId == null
              ? new Before.Tried()
              : new Before.Done(document.getString("connection"), remoteId);
        });
  }

  /** Remembers that it was sent. */
  public Mono<Void> done(String workspace, String key, String connection, String remoteId) {
    return collections
        .sendings()
        .flatMap(all ->
            all.update(
                workspace,
                eq(workspace + "/" + key),
                combine(set("connection", connection), set("remoteId", remoteId))))
        .then();
  }
}
