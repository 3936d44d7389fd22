package rapport.health.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import rapport.health.job.Cadence;
import rapport.health.store.AccountViews;
import rapport.health.store.Jobs;
import rapport.health.store.Jobs.Run;
import rapport.health.store.Models;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs what is due: goes on with what somebody left or asked for, then begins every period that is
 * over. Doing a part of a run twice changes nothing.
 */
@Component
public final class JobRunner {

  private final Jobs jobs;
  private final AccountViews facts;
  private final Models models;
  private final Work work;
  private final Clock clock;

  JobRunner(Jobs jobs, AccountViews facts, Models models, Work work, Clock clock) {
    this.jobs = jobs;
    this.facts = facts;
    this.models = models;
    this.work = work;
    this.clock = clock;
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
        .flatMap(model -> work.done(run, model))
        .flatMap(last -> jobs.done(last, clock.instant()))
        .then();
  }
}
