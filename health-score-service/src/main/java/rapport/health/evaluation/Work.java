package rapport.health.evaluation;

import org.springframework.stereotype.Component;
import rapport.health.model.WorkspaceModel;
import rapport.health.store.Jobs.Run;
import reactor.core.publisher.Mono;

/** What there is to be done in each kind of run. */
@Component
final class Work {

  private final Evaluations evaluations;
  private final Walk walk;
  private final DailyWork daily;
  private final WeeklyWork weekly;
  private final MonthlyWork monthly;
  private final QuarterlyWork quarterly;

  Work(
      Evaluations evaluations,
      Walk walk,
      DailyWork daily,
      WeeklyWork weekly,
      MonthlyWork monthly,
      QuarterlyWork quarterly) {
    this.evaluations = evaluations;
    this.walk = walk;
    this.daily = daily;
    this.weekly = weekly;
    this.monthly = monthly;
    this.quarterly = quarterly;
  }

  /** The run when all of it is done; empty when somebody else goes on with it. */
  Mono<Run> done(Run run, WorkspaceModel model) {
    var period = run.period();
    if (period == null) {
      return walk.through(run, evaluations::evaluateAnyhow);
    }
    return switch (period.cadence()) {
      case DAILY -> daily.done(run, period.to(), model);
      case WEEKLY -> weekly.done(run, period, model);
      case MONTHLY -> monthly.done(run, model);
      case QUARTERLY -> quarterly.done(run, period, model);
    };
  }
}
