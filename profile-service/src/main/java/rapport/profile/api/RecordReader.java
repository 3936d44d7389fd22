package rapport.profile.api;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.record.RecordKind;
import rapport.profile.store.Records;
import rapport.profile.store.StoredRecord;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the record a request is about, and waits for it to be as new as the request needs. */
@Component
final class RecordReader {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Another instance may project it, and tells of nothing but changed profiles. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Records records;
  private final Feeds feeds;

  RecordReader(Records records, Feeds feeds) {
    this.records = records;
    this.feeds = feeds;
  }

  /**
   * The record; 404 {@code profile-not-found} or {@code buying-process-not-found} when this
   * workspace has none of that id.
   */
  Mono<StoredRecord> find(RecordKind kind, Caller caller, String id) {
    return records
        .find(kind, caller.workspace(), id)
        .switchIfEmpty(Mono.error(() -> notFound(kind.one())));
  }

  /** The record the conversation of this id has, of whatever kind; 404 {@code record-not-found}. */
  Mono<StoredRecord> ofConversation(Caller caller, String id) {
    return Flux.fromArray(RecordKind.values())
        .concatMap(kind -> records.find(kind, caller.workspace(), id))
        .next()
        .switchIfEmpty(Mono.error(() -> notFound("record")));
  }

  /**
   * The record once it stands at this revision of its conversation or a later one; 409 {@code
   * not-yet-projected} when it does not within two seconds.
   *
   * @param atLeastRev none to take it as it is
   */
  Mono<StoredRecord> find(RecordKind kind, Caller caller, String id, @Nullable Long atLeastRev) {
    if (atLeastRev == null) {
      return find(kind, caller, id);
    }
    var moves = feeds.changes(caller.workspace() + "/" + id);
    return Flux.merge(moves, Flux.interval(LOOK).onBackpressureDrop())
        .concatMap(_ -> records.find(kind, caller.workspace(), id))
        .filter(stored -> stored.rev() >= atLeastRev)
        .next()
        .switchIfEmpty(Mono.error(() -> notYet(kind)))
        .timeout(PATIENCE)
        .onErrorMap(TimeoutException.class, _ -> notYet(kind));
  }

  private static Problem notFound(String what) {
    return Problem.of(
        HttpStatus.NOT_FOUND, what + "-not-found", "There is no such " + spoken(what) + ".");
  }

  private static Problem notYet(RecordKind kind) {
    return Problem.of(
            HttpStatus.CONFLICT,
            "not-yet-projected",
            "The %s has not reached that revision of its conversation."
                .formatted(spoken(kind.one())))
        .withRetryAfter(Duration.ofSeconds(1));
  }

  private static String spoken(String code) {
    return code.replace('-', ' ');
  }
}
