package rapport.health.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rapport.health.account.AccountFacts;
import rapport.health.job.Cadence;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.portfolio.Loss;
import rapport.health.score.ChurnModel;
import rapport.health.score.ChurnModel.Outcome;
import rapport.health.store.AccountViews;
import rapport.health.store.Jobs;
import rapport.health.store.Jobs.Run;
import rapport.health.store.Models;
import rapport.health.store.PortfolioDays;
import rapport.health.store.Snapshots;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs what is due: goes on with what somebody left, then begins every period that is over. A run
 * works through the accounts in the order of their ids and remembers how far it is; doing a part
 * twice changes nothing.
 */
@Component
public final class JobRunner {

  private static final int AT_ONCE = 200;

  private final Jobs jobs;
  private final AccountViews facts;
  private final Snapshots snapshots;
  private final PortfolioDays days;
  private final Models models;
  private final Clock clock;
  private final int atOnce;

  @Autowired
  JobRunner(
      Jobs jobs,
      AccountViews facts,
      Snapshots snapshots,
      PortfolioDays days,
      Models models,
      Clock clock) {
    this(jobs, facts, snapshots, days, models, clock, AT_ONCE);
  }

  /**
   * @param atOnce after how many accounts a run remembers how far it is
   */
  JobRunner(
      Jobs jobs,
      AccountViews facts,
      Snapshots snapshots,
      PortfolioDays days,
      Models models,
      Clock clock,
      int atOnce) {
    this.jobs = jobs;
    this.facts = facts;
    this.snapshots = snapshots;
    this.days = days;
    this.models = models;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /** Runs everything that is due now; completes when it is done or held by somebody else. */
  public Mono<Void> runDue() {
    return jobs.takeOver(clock.instant())
        .concatMap(this::run)
        .thenMany(facts.workspaces())
        .concatMap(this::begin)
        .then();
  }

  private Mono<Void> begin(String workspace) {
    return models
        .of(workspace)
        .flatMapMany(model -> {
          var today = LocalDate.ofInstant(clock.instant(), model.zone());
          return Flux.fromIterable(Arrays.asList(Cadence.values()))
              .concatMap(cadence -> begin(workspace, cadence, today));
        })
        .then();
  }

  private Mono<Void> begin(String workspace, Cadence cadence, LocalDate today) {
    return jobs.last(workspace, cadence)
        .map(last -> cadence.due(today, last))
        .defaultIfEmpty(cadence.due(today, null))
        .flatMapMany(Flux::fromIterable)
        .concatMap(period -> jobs.begin(workspace, period, clock.instant()))
        .concatMap(this::run)
        .then();
  }

  private Mono<Void> run(Run run) {
    return models
        .of(run.workspace())
        .flatMap(model ->
            switch (run.period().cadence()) {
              case DAILY -> daily(run, model);
              case MONTHLY -> monthly(run, model);
            })
        .flatMap(last -> jobs.done(last, clock.instant()))
        .then();
  }

  /** Every account as it was at the end of the day, then what they add up to. */
  private Mono<Run> daily(Run run, WorkspaceModel model) {
    var day = run.period().to();
    return Flux.just(run)
        .expand(at -> snapshots(at, day, model))
        .last()
        .flatMap(last ->
            snapshots
                .on(run.workspace(), day)
                .filter(it -> !it.provisional())
                .collectList()
                .flatMap(all -> days.save(run.workspace(), day, all))
                .then(facts.makeDue(run.workspace()))
                .thenReturn(last));
  }

  /** Learns from the accounts lost and kept in a year, then has every account evaluated anew. */
  private Mono<Run> monthly(Run run, WorkspaceModel model) {
    var today = LocalDate.ofInstant(clock.instant(), model.zone());
    return inBatches(run.workspace(), "")
        .concatMap(accounts ->
            jobs.reached(run, "", clock.instant())
                .thenMany(Flux.fromIterable(accounts))
                .concatMap(it -> outcomes(it.getKey(), it.getValue(), today)))
        .collectList()
        .flatMap(outcomes -> models.save(run.workspace(), ChurnModel.calibrated(outcomes)))
        .then(facts.makeDue(run.workspace()))
        .thenReturn(run);
  }

  private Flux<List<Map.Entry<StreamRef, AccountFacts>>> inBatches(String workspace, String after) {
    return facts
        .inOrder(workspace, after, atOnce)
        .collectList()
        .filter(accounts -> !accounts.isEmpty())
        .expand(accounts ->
            facts
                .inOrder(workspace, accounts.getLast().getKey().stream(), atOnce)
                .collectList()
                .filter(next -> !next.isEmpty()));
  }

  /** What became of the account after the first day of each month of the last year. */
  private Flux<Outcome> outcomes(StreamRef account, AccountFacts known, LocalDate today) {
    return snapshots
        .of(account.workspace(), account.stream(), today.minusYears(1), today)
        .filter(it -> it.day().getDayOfMonth() == 1 && !it.provisional())
        .concatMapIterable(it ->
            Loss.after(known, it.day(), today)
                .flatMap(
                    lost -> Optional.ofNullable(it.score()).map(score -> new Outcome(score, lost)))
                .stream()
                .toList());
  }

  /** The next accounts; empty when there are none, or somebody else goes on with the run. */
  private Mono<Run> snapshots(Run run, LocalDate day, WorkspaceModel model) {
    return facts
        .inOrder(run.workspace(), run.cursor(), atOnce)
        .collectList()
        .filter(accounts -> !accounts.isEmpty())
        .flatMap(accounts ->
            snapshots
                .save(run.workspace(), day, atEnd(accounts, day, model))
                .then(jobs.reached(run, accounts.getLast().getKey().stream(), clock.instant())));
  }

  private static List<AccountHealth> atEnd(
      List<Map.Entry<StreamRef, AccountFacts>> accounts, LocalDate day, WorkspaceModel model) {
    var end = day.plusDays(1).atStartOfDay(model.zone()).toInstant().minusMillis(1);
    return accounts.stream()
        .map(it ->
            AccountHealth.evaluated(
                it.getKey().stream(),
                it.getValue(),
                null,
                model.scoring(),
                model.churn(),
                model.zone(),
                end))
        .filter(AccountHealth::listed)
        .toList();
  }
}
