package rapport.health.evaluation;

import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.health.store.JobStores;
import rapport.health.store.Jobs.Run;
import rapport.runtime.outbox.OutboxRelay;
import reactor.core.publisher.Mono;

/** Evaluations and jobs over stores, as the service has them. */
final class Running {

  private static final int KEPT_DAYS = 400;

  private final JobStores stores;
  private final Clock clock;

  Running(JobStores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  Evaluations evaluations() {
    return new Evaluations(
        stores.facts(),
        stores.healths(),
        stores.alerts(),
        stores.models(),
        new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class),
        clock);
  }

  /**
   * @param atOnce after how many accounts a run remembers how far it is
   */
  JobRunner jobs(int atOnce) {
    return new JobRunner(stores.jobs(), stores.facts(), stores.models(), work(atOnce), clock);
  }

  /** The run when all of it is done. */
  Mono<Run> done(Run run, int atOnce) {
    return stores.models().of(run.workspace()).flatMap(model -> work(atOnce).done(run, model));
  }

  private Work work(int atOnce) {
    var walk = new Walk(stores.facts(), stores.jobs(), clock, atOnce);
    var evaluations = evaluations();
    return new Work(
        evaluations,
        walk,
        new DailyWork(walk, evaluations, stores.snapshots(), stores.days(), clock),
        new WeeklyWork(walk, stores.weeks(), stores.snapshots(), clock, KEPT_DAYS),
        new MonthlyWork(
            stores.facts(), stores.snapshots(), stores.models(), walk, evaluations, clock),
        new QuarterlyWork(walk, stores.snapshots(), stores.reviews()));
  }
}
