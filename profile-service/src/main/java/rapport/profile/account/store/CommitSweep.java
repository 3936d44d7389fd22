package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists what a writer that came to no end left unlisted. */
@Component
public final class CommitSweep {

  private static final Logger LOG = LoggerFactory.getLogger(CommitSweep.class);

  /** Younger commits are left to their writers. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private static final int AT_ONCE = 500;

  private final AccountCollections collections;
  private final Ledger ledger;
  private final Clock clock;

  CommitSweep(AccountCollections collections, Ledger ledger, Clock clock) {
    this.collections = collections;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 30, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
  Mono<Void> sweep() {
    return Mono.defer(() -> list(UNDER_WAY))
        .doOnNext(count -> LOG.info("listed {} commits that had been left unlisted", count))
        .onErrorResume(failure -> {
          LOG.warn("commits could not be swept; tried again in a while: {}", failure.toString());
          return Mono.empty();
        })
        .then();
  }

  /** Lists commits older than that; empty when there were none. */
  Mono<Long> list(Duration age) {
    var old = and(eq("applied", false), lt("at", Date.from(clock.instant().minus(age))));
    return collections
        .commits()
        .flatMapMany(commits -> commits.acrossWorkspaces(old, Sorts.ascending("_id"), AT_ONCE))
        .concatMap(commit -> list(commit).thenReturn(commit))
        .count()
        .filter(count -> count > 0);
  }

  private Mono<Void> list(Document commit) {
    var workspace = commit.getString("workspace");
    return ledger
        .latest(workspace, commit.getString("account"))
        .then(collections.commits())
        .flatMap(commits ->
            commits.update(workspace, eq(commit.getString("_id")), Updates.set("applied", true)))
        .then();
  }
}
