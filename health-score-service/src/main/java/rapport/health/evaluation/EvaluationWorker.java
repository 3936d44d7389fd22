package rapport.health.evaluation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.health.store.AccountViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/**
 * Evaluates every account right after something about it changed. What a crash or another instance
 * left is found by a sweep.
 */
@Component
public final class EvaluationWorker implements WorkerLifecycle {

  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final int AT_ONCE = 200;

  private final AccountViews facts;
  private final Evaluations evaluations;
  private final Clock clock;
  private final Set<StreamRef> changed = new LinkedHashSet<>();
  private final Worker worker =
      new Worker("rapport-evaluation", GATHERING, Worker.waitingFor(MOST, this::step));
  private Instant nextSweep = Instant.MIN;

  EvaluationWorker(AccountViews facts, Evaluations evaluations, Clock clock) {
    this.facts = facts;
    this.evaluations = evaluations;
    this.clock = clock;
    facts.onChange(account -> wake(List.of(account)));
  }

  /** Has these accounts evaluated soon. Never blocks. */
  public void wake(Collection<StreamRef> accounts) {
    synchronized (changed) {
      changed.addAll(accounts);
    }
    worker.wake();
  }

  private Mono<Duration> step() {
    var accounts = take();
    if (!accounts.isEmpty()) {
      return evaluations.evaluate(accounts).thenReturn(Duration.ZERO);
    }
    if (clock.instant().isBefore(nextSweep)) {
      return Mono.just(SWEEP_EVERY);
    }
    return facts
        .due(AT_ONCE)
        .flatMap(due -> {
          if (due.accounts().isEmpty()) {
            nextSweep = clock.instant().plus(SWEEP_EVERY);
            return Mono.just(SWEEP_EVERY);
          }
          return evaluations
              .evaluate(due)
              .map(stored -> stored ? Duration.ZERO : Duration.ofMillis(250));
        });
  }

  private List<StreamRef> take() {
    synchronized (changed) {
      var taken = new ArrayList<>(changed.stream().limit(AT_ONCE).toList());
      taken.forEach(changed::remove);
      return taken;
    }
  }

  @Override
  public void stop() {
    worker.stop(Duration.ofSeconds(5));
  }

  @Override
  public Worker worker() {
    return worker;
  }

  /** After the projections on the way down, before the relay. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 768;
  }
}
