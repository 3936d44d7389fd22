package rapport.health.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.Loss;
import rapport.health.score.ChurnModel;
import rapport.health.score.ChurnModel.Outcome;
import rapport.health.store.AccountViews;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.Jobs.Run;
import rapport.health.store.Models;
import rapport.health.store.Snapshots;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Learns from the accounts lost and kept in a year, then has every account evaluated anew. */
@Component
final class MonthlyWork {

  private static final int AT_ONCE = 50;
  private static final int MONTHS = 12;

  private final AccountViews facts;
  private final Snapshots snapshots;
  private final Models models;
  private final Walk walk;
  private final Evaluations evaluations;
  private final Clock clock;

  MonthlyWork(
      AccountViews facts,
      Snapshots snapshots,
      Models models,
      Walk walk,
      Evaluations evaluations,
      Clock clock) {
    this.facts = facts;
    this.snapshots = snapshots;
    this.models = models;
    this.walk = walk;
    this.evaluations = evaluations;
    this.clock = clock;
  }

  Mono<Run> done(Run run, WorkspaceModel model) {
    var today = LocalDate.ofInstant(clock.instant(), model.zone());
    var learned = run.cursor().isEmpty() ? learn(run.workspace(), today) : Mono.<Void>empty();
    return learned.then(walk.through(run, evaluations::evaluateAnyhow));
  }

  private Mono<Void> learn(String workspace, LocalDate today) {
    return facts
        .inBatches(workspace, "", AT_ONCE)
        .concatMap(batch -> outcomes(workspace, batch, today), 1)
        .<Map<Outcome, Integer>>reduceWith(HashMap::new, MonthlyWork::plus)
        .flatMap(outcomes -> models.save(workspace, ChurnModel.calibrated(outcomes)));
  }

  private static Map<Outcome, Integer> plus(Map<Outcome, Integer> counts, Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
    return counts;
  }

  /** What became of each account after the first day of each month of the last year. */
  private Flux<Outcome> outcomes(String workspace, Batch batch, LocalDate today) {
    return snapshots
        .on(workspace, batch.accounts().stream().map(StreamRef::stream).toList(), firstDays(today))
        .collectList()
        .flatMapIterable(days -> {
          var known = batch.read();
          return days.stream()
              .filter(day -> !day.provisional())
              .flatMap(day ->
                  Optional.ofNullable(known.get(new StreamRef(workspace, day.account())))
                      .flatMap(it -> Loss.after(it.facts(), day.day(), today))
                      .flatMap(lost ->
                          Optional.ofNullable(day.score()).map(score -> Outcome.about(score, lost)))
                      .stream())
              .toList();
        });
  }

  private static List<LocalDate> firstDays(LocalDate today) {
    return IntStream.range(0, MONTHS)
        .mapToObj(month -> today.withDayOfMonth(1).minusMonths(month))
        .toList();
  }
}
