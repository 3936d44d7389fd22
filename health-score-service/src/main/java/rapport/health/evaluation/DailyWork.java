package rapport.health.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.health.account.AccountFacts;
import rapport.health.evaluation.Walk.Sum;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.Carried;
import rapport.health.store.Jobs.Run;
import rapport.health.store.PortfolioDays;
import rapport.health.store.Snapshots;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps every account as it was at the end of a day and what they add up to. Yesterday's run also
 * has every account evaluated as it is now, because time alone changes how it does.
 */
@Component
final class DailyWork {

  private final Walk walk;
  private final Evaluations evaluations;
  private final Snapshots snapshots;
  private final PortfolioDays days;
  private final Clock clock;

  DailyWork(
      Walk walk, Evaluations evaluations, Snapshots snapshots, PortfolioDays days, Clock clock) {
    this.walk = walk;
    this.evaluations = evaluations;
    this.snapshots = snapshots;
    this.days = days;
    this.clock = clock;
  }

  /** Accounts whose scores can be trusted, and the sum of their scores. */
  record Scores(int scored, double sum) {

    static final Sum<Scores> ADDED =
        new Sum<>(
            Scores.class,
            new Scores(0, 0),
            (a, b) -> new Scores(a.scored + b.scored, a.sum + b.sum));

    static Scores of(List<AccountHealth> accounts) {
      var scores =
          accounts.stream()
              .filter(account -> !account.health().isProvisional())
              .flatMap(account -> account.score().stream())
              .mapToDouble(Double::doubleValue)
              .summaryStatistics();
      return new Scores((int) scores.getCount(), scores.getSum());
    }
  }

  Mono<Run> done(Run run, LocalDate day, WorkspaceModel model) {
    var today = LocalDate.ofInstant(clock.instant(), model.zone());
    var isYesterday = !day.isBefore(today.minusDays(1));
    return walk.summing(
            run,
            Scores.ADDED,
            batch ->
                kept(run.workspace(), batch, day, model)
                    .flatMap(scores ->
                        isYesterday
                            ? evaluations.evaluateAnyhow(batch).thenReturn(scores)
                            : Mono.just(scores)))
        .flatMap(last -> {
          var scores = Carried.read(last.carried(), Scores.class, Scores.ADDED.none());
          return days.save(run.workspace(), day, scores.scored(), scores.sum()).thenReturn(last);
        });
  }

  private Mono<Scores> kept(String workspace, Batch batch, LocalDate day, WorkspaceModel model) {
    return Mono.fromSupplier(() -> atEnd(batch, day, model))
        .subscribeOn(Schedulers.parallel())
        .flatMap(
            accounts -> snapshots.save(workspace, day, accounts).thenReturn(Scores.of(accounts)));
  }

  private static List<AccountHealth> atEnd(Batch batch, LocalDate day, WorkspaceModel model) {
    var end = day.plusDays(1).atStartOfDay(model.zone()).toInstant().minusMillis(1);
    return batch.read().entrySet().stream()
        .map(it -> at(it.getKey().stream(), it.getValue().facts(), model, end))
        .filter(AccountHealth::listed)
        .toList();
  }

  private static AccountHealth at(
      String account, AccountFacts facts, WorkspaceModel model, Instant end) {
    return AccountHealth.evaluated(
        account, facts, null, model.scoring(), model.churn(), model.zone(), end);
  }
}
