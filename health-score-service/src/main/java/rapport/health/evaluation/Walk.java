package rapport.health.evaluation;

import java.time.Clock;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rapport.health.store.AccountViews;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.Carried;
import rapport.health.store.Jobs;
import rapport.health.store.Jobs.Run;
import reactor.core.publisher.Mono;

/**
 * Takes a run through all accounts of its workspace in the order of their ids, and remembers after
 * each batch how far it is and what it knows so far, in one write. So whoever takes over goes on
 * there, and nothing is counted twice.
 */
@Component
final class Walk {

  private static final int AT_ONCE = 100;

  /** One batch is decided while others are read and stored. */
  private static final int SIDE_BY_SIDE = 3;

  private final AccountViews facts;
  private final Jobs jobs;
  private final Clock clock;
  private final int atOnce;

  @Autowired
  Walk(AccountViews facts, Jobs jobs, Clock clock) {
    this(facts, jobs, clock, AT_ONCE);
  }

  /**
   * @param atOnce after how many accounts a run remembers how far it is
   */
  Walk(AccountViews facts, Jobs jobs, Clock clock, int atOnce) {
    this.facts = facts;
    this.jobs = jobs;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /** What is known of accounts together: of none, and of two parts. */
  record Sum<T>(Class<T> type, T none, BinaryOperator<T> plus) {}

  private record Part<T>(String last, int accounts, T known) {}

  private record Way<T>(Run run, T known) {}

  /** Somebody else goes on with the run. */
  private static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Does the work for every account; empty when somebody else goes on with the run. */
  Mono<Run> through(Run run, Function<Batch, Mono<Void>> work) {
    return summing(
        run, new Sum<>(String.class, "", (_, _) -> ""), batch -> work.apply(batch).thenReturn(""));
  }

  /**
   * Likewise, and carries along what the batches add up to.
   *
   * @return the run, which carries the sum
   */
  <T> Mono<Run> summing(Run run, Sum<T> sum, Function<Batch, Mono<T>> work) {
    var begin = new Way<>(run, Carried.read(run.carried(), sum.type(), sum.none()));
    return facts
        .inBatches(run.workspace(), run.cursor(), atOnce)
        .flatMapSequential(
            batch ->
                work.apply(batch)
                    .map(known -> new Part<>(batch.last(), batch.accounts().size(), known)),
            SIDE_BY_SIDE,
            1)
        .scan(begin, (way, part) -> way(way, part, sum))
        .skip(1)
        .concatMap(way -> jobs.reached(way.run(), clock.instant()).switchIfEmpty(overtaken()), 1)
        .last(run)
        .onErrorResume(OvertakenException.class, _ -> Mono.empty());
  }

  private static <T> Way<T> way(Way<T> way, Part<T> part, Sum<T> sum) {
    var known = sum.plus().apply(way.known(), part.known());
    return new Way<>(way.run().further(part.last(), part.accounts(), Carried.of(known)), known);
  }

  private static Mono<Run> overtaken() {
    return Mono.error(OvertakenException::new);
  }
}
