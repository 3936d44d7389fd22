package rapport.integrations.delivery.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Attempt;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.DeliveryDecider;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.Lane;
import rapport.integrations.delivery.engine.Carrier.Carried;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.delivery.store.Lanes.StoredLane;
import rapport.integrations.delivery.store.StoredDelivery;
import rapport.integrations.turn.Place;
import reactor.core.publisher.Mono;

/** Gives one destination some of what it is owed by now. */
@Component
public final class LaneWork {

  private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final int AT_ONCE = 16;
  private static final int SIDE_BY_SIDE = 4;

  private final Map<Kind, Carrier> carriers = new EnumMap<>(Kind.class);
  private final Deliveries deliveries;
  private final Lanes lanes;
  private final Clock clock;

  LaneWork(List<Carrier> carriers, Deliveries deliveries, Lanes lanes, Clock clock) {
    carriers.forEach(carrier -> this.carriers.put(carrier.kind(), carrier));
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** A look at a lane. Any number of instances may look at the same: each thing is claimed. */
  public Mono<Void> look(StoredLane stored) {
    return look(stored, new Place());
  }

  /** The same, without its place while the destination is waited for. */
  Mono<Void> look(StoredLane stored, Place place) {
    var now = clock.instant();
    var room = stored.lane().room(now, AT_ONCE);
    if (room == 0) {
      return rested(stored, stored.lane());
    }
    return place
        .waitingFor(
            deliveries
                .due(stored.workspace(), stored.destination(), now, room)
                .flatMap(this::claimed, SIDE_BY_SIDE)
                .sort(Comparator.comparing(Attempt::at))
                .collectList())
        .flatMap(attempts -> rested(stored, stored.lane().after(attempts)));
  }

  private Mono<Void> rested(StoredLane before, Lane after) {
    return deliveries
        .nextDue(before.workspace(), before.destination())
        .map(due -> Optional.of(later(due, after.restsUntil())))
        .defaultIfEmpty(Optional.empty())
        .flatMap(next -> lanes.rest(before, after, next.orElse(null)));
  }

  private static Instant later(Instant due, @Nullable Instant rest) {
    return rest == null || due.isAfter(rest) ? due : rest;
  }

  private Mono<Attempt> claimed(StoredDelivery due) {
    var until = clock.instant().plus(PATIENCE).plus(GRACE);
    return deliveries.claim(due, until).flatMap(this::tried);
  }

  private Mono<Attempt> tried(StoredDelivery claimed) {
    var at = clock.instant();
    return carried(claimed, at)
        .map(carried ->
            new Attempt(
                at,
                Duration.between(at, clock.instant()),
                carried.result(),
                carried.status(),
                carried.detail()))
        .flatMap(attempt ->
            deliveries.replace(claimed, after(claimed.delivery(), attempt)).thenReturn(attempt));
  }

  private static Delivery after(Delivery before, Attempt attempt) {
    return DeliveryDecider.after(before, attempt, ThreadLocalRandom.current().nextDouble());
  }

  private Mono<Carried> carried(StoredDelivery claimed, Instant at) {
    var delivery = claimed.delivery();
    var carrier = carriers.get(delivery.parcel().destination().kind());
    if (carrier == null) {
      var refused = new Result.Refused(false);
      return Mono.just(new Carried(refused, null, "Nothing here delivers there."));
    }
    return Mono.defer(() -> carrier.carry(claimed.workspace(), delivery, at))
        .timeout(PATIENCE)
        .onErrorResume(failure -> {
          LOG.warn("{} of {} failed", delivery.id(), claimed.workspace(), failure);
          var later = new Result.Later(Duration.ZERO, true);
          return Mono.just(new Carried(later, null, "It failed; the log of the service says why."));
        });
  }
}
