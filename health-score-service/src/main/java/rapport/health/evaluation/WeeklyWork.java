package rapport.health.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.health.engagement.AccountWeek;
import rapport.health.engagement.EngagementWeek;
import rapport.health.evaluation.Walk.Sum;
import rapport.health.job.Period;
import rapport.health.model.WorkspaceModel;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.Carried;
import rapport.health.store.Jobs.Run;
import rapport.health.store.Snapshots;
import rapport.health.store.Weeks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Adds up how much accounts that are looked after and we talked, and forgets days that were kept
 * long enough.
 */
@Component
final class WeeklyWork {

  private static final int REMOVED_AT_ONCE = 500;
  private static final Sum<EngagementWeek> ADDED =
      new Sum<>(EngagementWeek.class, EngagementWeek.NONE, EngagementWeek::plus);

  private final Walk walk;
  private final Weeks weeks;
  private final Snapshots snapshots;
  private final Clock clock;
  private final int keptDays;

  WeeklyWork(
      Walk walk,
      Weeks weeks,
      Snapshots snapshots,
      Clock clock,
      @Value("${rapport.health.snapshot.days}") int keptDays) {
    if (keptDays < 400) {
      throw new IllegalArgumentException(
          "RAPPORT_HEALTH_SNAPSHOT_DAYS is at least 400: churn is learned from a year");
    }
    this.walk = walk;
    this.weeks = weeks;
    this.snapshots = snapshots;
    this.clock = clock;
    this.keptDays = keptDays;
  }

  Mono<Run> done(Run run, Period week, WorkspaceModel model) {
    return walk.summing(run, ADDED, batch -> talked(batch, week, model))
        .flatMap(last -> {
          var sum = Carried.read(last.carried(), EngagementWeek.class, EngagementWeek.NONE);
          return weeks.save(run.workspace(), week, sum).thenReturn(last);
        })
        .flatMap(last -> forget(run.workspace(), model).thenReturn(last));
  }

  private static Mono<EngagementWeek> talked(Batch batch, Period week, WorkspaceModel model) {
    return Mono.fromSupplier(() ->
            batch.read().entrySet().stream()
                .filter(it -> !it.getValue().facts().archived())
                .map(it ->
                    AccountWeek.of(
                        it.getKey().stream(), it.getValue().facts(), week.from(), model.zone()))
                .map(EngagementWeek::of)
                .reduce(EngagementWeek.NONE, EngagementWeek::plus))
        .subscribeOn(Schedulers.parallel());
  }

  private Mono<Void> forget(String workspace, WorkspaceModel model) {
    var first = LocalDate.ofInstant(clock.instant(), model.zone()).minusDays(keptDays);
    return snapshots
        .remove(workspace, first, REMOVED_AT_ONCE)
        .repeat()
        .takeUntil(removed -> removed < REMOVED_AT_ONCE)
        .then();
  }
}
