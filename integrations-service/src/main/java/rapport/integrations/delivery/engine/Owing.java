package rapport.integrations.delivery.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.delivery.DeliveryDecider;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.delivery.store.StoredDelivery;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Takes what destinations are owed. The same may be said again and again: it is owed once. */
@Component
public final class Owing {

  /** What is due before that may be under way just now. */
  private static final Duration LONGEST_TRY = Duration.ofMinutes(1);

  private final Deliveries deliveries;
  private final Lanes lanes;
  private final ObjectProvider<DeliveryRunner> runner;
  private final Clock clock;

  public Owing(
      Deliveries deliveries, Lanes lanes, ObjectProvider<DeliveryRunner> runner, Clock clock) {
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Owes something. First what is owed is stored, then its destination is woken; whoever dies in
   * between says it again, and the second half is made up for.
   */
  public Mono<Delivery> owe(String workspace, Delivery delivery) {
    var due = delivery.due() == null ? clock.instant() : delivery.due();
    return deliveries
        .add(workspace, delivery)
        .then(woken(workspace, delivery, due))
        .thenReturn(delivery);
  }

  /**
   * Tries again what was given up, or calls a webhook once more with what it had before; the
   * message id stays.
   *
   * @return fails with a {@link Problem}: 409 {@code not-replayable} or {@code stale}
   */
  public Mono<StoredDelivery> replay(StoredDelivery stored) {
    var delivery = stored.delivery();
    var again =
        delivery.state() == State.DEAD
            || (delivery.state() == State.DONE
                && delivery.parcel().destination().kind() == Kind.WEBHOOK);
    if (!again) {
      return Mono.error(
          Problem.of(
              HttpStatus.CONFLICT,
              "not-replayable",
              "It is on its way, or it arrived and would arrive twice."));
    }
    var now = clock.instant();
    var next = DeliveryDecider.replayed(delivery, now);
    return deliveries
        .replace(stored, next)
        .filter(replaced -> replaced)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.CONFLICT, "stale", "It has moved meanwhile; read it again.")))
        .then(lanes.forgive(stored.workspace(), delivery.parcel().destination().key(), now))
        .then(Mono.fromRunnable(() -> runner.ifAvailable(DeliveryRunner::wake)))
        .thenReturn(new StoredDelivery(stored.workspace(), next, stored.rev() + 1));
  }

  /** A connection goes on: what is sent through it, and would wait for long, is due now. */
  public Mono<Void> resumed(String workspace, String connection) {
    var now = clock.instant();
    return deliveries
        .resting(workspace, connection, now.plus(LONGEST_TRY))
        .concatMap(stored -> deliveries.claim(stored, now))
        .map(stored -> stored.delivery().parcel().destination().key())
        .distinct()
        .concatMap(destination -> lanes.forgive(workspace, destination, now))
        .then(Mono.fromRunnable(() -> runner.ifAvailable(DeliveryRunner::wake)));
  }

  private Mono<Void> woken(String workspace, Delivery delivery, Instant due) {
    return lanes
        .wake(workspace, delivery.parcel().destination().key(), due)
        .doOnSuccess(_ -> runner.ifAvailable(DeliveryRunner::wake));
  }
}
