package rapport.integrations.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.ConnectorException.Kind;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Receiving;
import rapport.integrations.store.Connections;
import rapport.integrations.store.SourceRecords;
import rapport.integrations.store.SyncStates;
import rapport.integrations.sync.Accesses;
import reactor.core.publisher.Mono;

/** Works off what other systems told: the records first, then that it is done. */
@Component
public final class HookWork {

  private static final Logger LOG = LoggerFactory.getLogger(HookWork.class);
  private static final int AT_ONCE = 200;
  private static final int SIDE_BY_SIDE = 8;
  private static final int MOST_TRIES = 10;
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  private final Arrivals arrivals;
  private final Connections connections;
  private final Connectors connectors;
  private final Accesses accesses;
  private final SourceRecords records;
  private final SyncStates states;
  private final Clock clock;
  private Instant nextCleaning = Instant.MIN;

  public HookWork(
      Arrivals arrivals,
      Connections connections,
      Connectors connectors,
      Accesses accesses,
      SourceRecords records,
      SyncStates states,
      Clock clock) {
    this.arrivals = arrivals;
    this.connections = connections;
    this.connectors = connectors;
    this.accesses = accesses;
    this.records = records;
    this.states = states;
    this.clock = clock;
  }

  /** Works off what is due; how many tellings those were. */
  public Mono<Long> pass() {
    return arrivals
        .due(clock.instant(), AT_ONCE)
        .flatMap(
            due ->
                arrivals
                    .claim(due, clock.instant().plus(LONGEST_TRY).plus(FIRST_PAUSE))
                    .flatMap(this::tried),
            SIDE_BY_SIDE)
        .count()
        .flatMap(done -> cleaned().thenReturn(done));
  }

  private Mono<Boolean> cleaned() {
    var now = clock.instant();
    return now.isBefore(nextCleaning)
        ? Mono.just(false)
        : arrivals
            .dropBefore(now.minus(Arrivals.KEPT))
            .doOnNext(more -> nextCleaning = more ? now : now.plus(BETWEEN_CLEANINGS));
  }

  private Mono<Boolean> tried(Arrival arrival) {
    var ref = arrival.connection();
    return connections
        .find(ref.workspace(), ref.stream())
        .filter(connection -> connection.state().isRunning())
        .flatMap(connection -> told(arrival, connection))
        .switchIfEmpty(Mono.defer(() -> later(arrival, "The connection does not run.")));
  }

  private Mono<Boolean> told(Arrival arrival, Connection connection) {
    if (!(connectors.find(connection.connector()).orElse(null) instanceof Receiving receiving)) {
      return arrivals.givenUp(arrival, "Nothing here understands it any longer.");
    }
    return Mono.defer(
            () -> receiving.taken(accesses.open(connection), arrival.body()).collectList())
        .flatMap(found -> records.take(connection.workspace(), connection.id(), found))
        .timeout(LONGEST_TRY)
        .flatMap(_ -> arrivals.done(arrival))
        .onErrorResume(failure -> failed(arrival, connection, failure));
  }

  /** What is refused is refused to reading, too; that tells people what to do. */
  private Mono<Boolean> failed(Arrival arrival, Connection connection, Throwable failure) {
    LOG.warn("what {} told was not worked off: {}", arrival.connection(), failure.toString());
    if (failure instanceof ConnectorException e && e.kind() == Kind.REFUSED) {
      var look =
          connection.state() == State.ACTIVE
              ? states.hurry(arrival.connection(), clock.instant())
              : Mono.just(false);
      return look.then(arrivals.givenUp(arrival, e.detail()));
    }
    return later(arrival, failure.toString());
  }

  private Mono<Boolean> later(Arrival arrival, String reason) {
    return arrival.tries() >= MOST_TRIES
        ? arrivals.givenUp(arrival, reason)
        : arrivals.failed(arrival, next(arrival), reason);
  }

  private Instant next(Arrival arrival) {
    return clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << arrival.tries()));
  }
}
