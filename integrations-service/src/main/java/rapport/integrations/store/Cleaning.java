package rapport.integrations.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.bson.conversions.Bson;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** Forgets now and then what is kept no longer: once an hour, and sooner while there is more. */
public final class Cleaning {

  private static final int AT_ONCE = 1_000;
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Duration kept;
  private final Clock clock;
  private final Function<Instant, Mono<Boolean>> dropBefore;
  private Instant next = Instant.MIN;

  /**
   * @param kept how long things are kept
   * @param dropBefore forgets some that are older, and says whether there are more
   */
  public Cleaning(Duration kept, Clock clock, Function<Instant, Mono<Boolean>> dropBefore) {
    this.kept = kept;
    this.clock = clock;
    this.dropBefore = dropBefore;
  }

  /** Forgets some if it is time to. */
  public Mono<Void> once() {
    return Mono.defer(() -> {
      var now = clock.instant();
      return now.isBefore(next)
          ? Mono.empty()
          : dropBefore
              .apply(now.minus(kept))
              .doOnNext(more -> next = more ? now : now.plus(BETWEEN))
              .then();
    });
  }

  /**
   * Forgets some documents, the earliest by that field first.
   *
   * @return whether there may be more
   */
  public static Mono<Boolean> drop(WorkspaceCollection all, Bson old, String by) {
    return all.acrossWorkspaces(old, Sorts.ascending(by), AT_ONCE)
        .concatMap(each ->
            all.delete(each.getString(WorkspaceCollection.WORKSPACE), eq(each.getString("_id"))))
        .count()
        .map(dropped -> dropped == AT_ONCE);
  }
}
