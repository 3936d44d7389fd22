package rapport.integrations.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connection.Connection.Trouble;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.ConnectorException.Kind;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.progress.SyncState;
import rapport.integrations.store.Connections;
import rapport.integrations.store.SourceRecords;
import rapport.integrations.store.SyncStates;
import rapport.integrations.turn.Place;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/** Reads one connection for a while: takes its lease, reads page by page, gives the lease back. */
@Component
public final class Syncing {

  private static final Logger LOG = LoggerFactory.getLogger(Syncing.class);

  /** For a page with all its tries. */
  private static final Duration PATIENCE = Duration.ofSeconds(80);

  /** Longer than a page takes until it is stored. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  private final Connectors connectors;
  private final Connections connections;
  private final SyncStates states;
  private final SourceRecords records;
  private final Accesses accesses;
  private final SyncSettings settings;
  private final Clock clock;

  public Syncing(
      Connectors connectors,
      Connections connections,
      SyncStates states,
      SourceRecords records,
      Accesses accesses,
      SyncSettings settings,
      Clock clock) {
    this.connectors = connectors;
    this.connections = connections;
    this.states = states;
    this.records = records;
    this.accesses = accesses;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads the connection if it is due and nobody else reads it. What the other system does wrong is
   * remembered in its state; only failures of our own store come out.
   */
  public Mono<Void> once(StreamRef ref) {
    return once(ref, new Place());
  }

  /** The same, without its place while the other system is waited for. */
  Mono<Void> once(StreamRef ref, Place place) {
    var lease = UUID.randomUUID().toString();
    var now = clock.instant();
    return states
        .claim(ref, lease, now, now.plus(LEASE))
        .flatMap(state -> claimed(ref, new Slice(ref, lease, place, state.inRound(now), settings)));
  }

  private Mono<Void> claimed(StreamRef ref, Slice slice) {
    return connections
        .find(ref.workspace(), ref.stream())
        .filter(connection -> connection.state().isRunning())
        .flatMap(connection -> turn(slice, connection).thenReturn(connection))
        .switchIfEmpty(Mono.defer(() -> states.stop(ref).then(Mono.empty())))
        .then();
  }

  private Mono<Void> turn(Slice slice, Connection connection) {
    if (connectors.find(connection.connector()).orElse(null) instanceof Reading reading) {
      return Mono.defer(() -> readAll(slice, reading, accesses.open(connection)))
          .then(Mono.defer(() -> ended(slice, connection)))
          .onErrorResume(failure -> failed(slice, connection, failure));
    }
    return states.stop(slice.connection()).then();
  }

  /** Feeds that may be read are, before it counts that others may not. */
  private Mono<Void> readAll(Slice slice, Reading reading, Access access) {
    var feeds =
        reading
            .feeds(access)
            .map(Mono::just)
            .onErrorResume(failure -> Mono.just(Mono.<String>error(failure)))
            .collectList();
    return answered(slice, feeds)
        .flatMapIterable(found -> found)
        .concatMap(found ->
            found
                .filter(slice::mayRead)
                .flatMap(feed -> readFeed(slice, reading, access, feed))
                .onErrorResume(ConnectorException.class, failure -> passedOver(slice, failure)))
        .then();
  }

  private static Mono<Void> passedOver(Slice slice, ConnectorException failure) {
    if (!failure.isOfPart()) {
      return Mono.error(failure);
    }
    slice.refused(failure);
    return Mono.empty();
  }

  private Mono<Void> readFeed(Slice slice, Reading reading, Access access, String feed) {
    return readPage(slice, reading, access, feed)
        .expand(page ->
            page.more() && slice.mayGoOn()
                ? readPage(slice, reading, access, feed)
                : Mono.<Page>empty())
        .then();
  }

  /** The records first, then the place: a crash in between reads them once more. */
  private Mono<Page> readPage(Slice slice, Reading reading, Access access, String feed) {
    return answered(
            slice, Mono.defer(() -> reading.read(access, feed, slice.state().feed(feed).cursor())))
        .flatMap(page ->
            records
                .take(access.workspace(), access.connection(), page)
                .flatMap(count -> {
                  slice.read(feed, page, count, clock.instant());
                  return save(slice);
                })
                .thenReturn(page));
  }

  private static <T> Mono<T> answered(Slice slice, Mono<T> answer) {
    return slice
        .place()
        .waitingFor(answer.timeout(PATIENCE))
        .onErrorMap(
            TimeoutException.class,
            _ ->
                ConnectorException.later(
                    "no-answer", "The other system does not answer in time.", null));
  }

  private Mono<Void> save(Slice slice) {
    return states
        .save(slice.connection(), slice.lease(), slice.state(), clock.instant().plus(LEASE))
        .doOnNext(held -> {
          if (!held) {
            slice.lose();
          }
        })
        .then();
  }

  private Mono<Void> ended(Slice slice, Connection connection) {
    var refusal = slice.refusal();
    if (refusal != null && !slice.isCut()) {
      return Mono.error(refusal);
    }
    var state = slice.ended(clock.instant());
    return states
        .release(slice.connection(), slice.lease(), state)
        .flatMap(held ->
            held && refusal == null && connection.state() == State.FAILING
                ? connections.replace(connection.to(State.ACTIVE, null, clock.instant())).then()
                : Mono.empty());
  }

  private Mono<Void> failed(Slice slice, Connection connection, Throwable failure) {
    if (failure instanceof StoreUnavailableException) {
      return Mono.error(failure);
    }
    var known = failure instanceof ConnectorException e ? e : unexpected(connection, failure);
    var isRefused = known.kind() == Kind.REFUSED;
    var before = isRefused ? slice.state().roundOver() : slice.state();
    var now = clock.instant();
    var after = before.failed(known.code(), known.detail(), known.after(), now);
    SyncState state =
        known.equals(slice.refusal()) && slice.hasRead()
            ? after.goOnThough(now.plus(settings.every()))
            : after;
    return states
        .release(slice.connection(), slice.lease(), state)
        .flatMap(held -> held && isRefused ? troubled(connection, known) : Mono.empty());
  }

  private static ConnectorException unexpected(Connection connection, Throwable failure) {
    LOG.warn("{} was answered something unexpected", connection, failure);
    return ConnectorException.later(
        "unexpected-answer", "The other system answered something unexpected.", null);
  }

  private Mono<Void> troubled(Connection connection, ConnectorException failure) {
    var trouble = new Trouble(failure.code(), failure.detail());
    return connection.state() == State.FAILING && trouble.equals(connection.trouble())
        ? Mono.empty()
        : connections.replace(connection.to(State.FAILING, trouble, clock.instant())).then();
  }
}
