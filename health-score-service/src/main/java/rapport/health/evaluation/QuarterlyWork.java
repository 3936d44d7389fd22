package rapport.health.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rapport.health.job.Period;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.review.Review;
import rapport.health.score.Health;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.Jobs.Run;
import rapport.health.store.Reviews;
import rapport.health.store.Snapshots;
import rapport.health.store.Snapshots.Snapshot;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Prepares the review of every account, as it was when the quarter ended. */
@Component
final class QuarterlyWork {

  private final Walk walk;
  private final Snapshots snapshots;
  private final Reviews reviews;

  QuarterlyWork(Walk walk, Snapshots snapshots, Reviews reviews) {
    this.walk = walk;
    this.snapshots = snapshots;
    this.reviews = reviews;
  }

  Mono<Run> done(Run run, Period quarter, WorkspaceModel model) {
    return walk.through(run, batch -> reviewed(run.workspace(), batch, quarter, model));
  }

  private Mono<Void> reviewed(String workspace, Batch batch, Period quarter, WorkspaceModel model) {
    var ids = batch.accounts().stream().map(StreamRef::stream).toList();
    return snapshots
        .on(workspace, ids, List.of(quarter.from().minusDays(1)))
        .collect(Collectors.toMap(Snapshot::account, Snapshot::health))
        .publishOn(Schedulers.parallel())
        .map(before -> reviews(batch, before, quarter, model))
        .flatMap(all -> reviews.save(workspace, all));
  }

  private static List<Review> reviews(
      Batch batch, Map<String, Health> before, Period quarter, WorkspaceModel model) {
    var end = quarter.to().plusDays(1).atStartOfDay(model.zone()).toInstant().minusMillis(1);
    return batch.read().entrySet().stream()
        .map(it -> {
          var account = it.getKey().stream();
          var facts = it.getValue().facts();
          var then =
              AccountHealth.evaluated(
                  account, facts, null, model.scoring(), model.churn(), model.zone(), end);
          return then.listed()
              ? List.of(Review.of(facts, quarter, before.get(account), then, model.zone()))
              : List.<Review>of();
        })
        .flatMap(List::stream)
        .toList();
  }
}
