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
import rapport.integrations.turn.Place;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works off what other systems told: the records first, then that it is done. */
@Component
public final class HookWork {

  private static final Logger LOG = LoggerFactory.getLogger(HookWork.class);
  private static final int MOST_TRIES = 10;
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  private final Arrivals arrivals;
  private final Connections connections;
  private final Connectors connectors;
  private final Accesses accesses;
  private final SourceRecords records;
  private final SyncStates states;
  private final Clock clock;

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

  /**
   * What is to be worked off.
   *
   * @param limit none if it is 0
   */
  public Flux<Arrival> due(int limit) {
    return arrivals.due(clock.instant(), limit);
  }

  /** Works one off; empty when somebody else has it. */
  public Mono<Boolean> once(Arrival due) {
    return once(due, new Place());
  }

  /** The same, without its place while the other system is waited for. */
  Mono<Boolean> once(Arrival due, Place place) {
    return arrivals
        .claim(due, clock.instant().plus(LONGEST_TRY).plus(FIRST_PAUSE))
        .flatMap(arrival -> tried(arrival, place));
  }

  private Mono<Boolean> tried(Arrival arrival, Place place) {
    var ref = arrival.connection();
    return connections
        .find(ref.workspace(), ref.stream())
        .filter(connection -> connection.state().isRunning())
        .flatMap(connection -> told(arrival, connection, place))
        .switchIfEmpty(Mono.defer(() -> later(arrival, "The connection does not run.")));
  }

  private Mono<Boolean> told(Arrival arrival, Connection connection, Place place) {
    if (!(connectors.find(connection.connector()).orElse(null) instanceof Receiving receiving)) {
      return arrivals.givenUp(arrival, "Nothing here understands it any longer.");
    }
    var taken =
        Mono.defer(() -> receiving.taken(accesses.open(connection), arrival.body()).collectList());
    return place
        .waitingFor(taken.timeout(LONGEST_TRY))
        .flatMap(found -> records.take(connection.workspace(), connection.id(), found))
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
