package rapport.integrations.connection;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Connector;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.ConnectorException.Kind;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.progress.SyncState;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import rapport.integrations.secret.SealedSettings;
import rapport.integrations.store.Connections;
import rapport.integrations.store.SyncStates;
import rapport.integrations.sync.Accesses;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** What people do with connections. Credentials are tried before they are stored. */
@Component
public final class ConnectionService {

  private static final int LONGEST_NAME = 100;

  private final Connectors connectors;
  private final Connections connections;
  private final SyncStates states;
  private final SealedSettings secrets;
  private final Accesses accesses;
  private final Pushes pushes;
  private final Jobs jobs;
  private final Removals removals;
  private final Owing owing;
  private final Clock clock;

  ConnectionService(
      Connectors connectors,
      Connections connections,
      SyncStates states,
      SealedSettings secrets,
      Accesses accesses,
      Pushes pushes,
      Jobs jobs,
      Removals removals,
      Owing owing,
      Clock clock) {
    this.connectors = connectors;
    this.connections = connections;
    this.states = states;
    this.secrets = secrets;
    this.accesses = accesses;
    this.pushes = pushes;
    this.jobs = jobs;
    this.removals = removals;
    this.owing = owing;
    this.clock = clock;
  }

  /**
   * Connects, if the credentials are good.
   *
   * @return fails with a {@link Problem} that says what to do
   */
  public Mono<Connection> connect(
      String workspace,
      String connectorId,
      @Nullable String name,
      Map<String, @Nullable String> given,
      String by) {
    var connector = connector(connectorId);
    var settings = GivenSettings.check(connector.description(), given, Map.of());
    var id = "cn-" + UUID.randomUUID();
    return tried(connector, workspace, id, settings)
        .flatMap(signedIn -> {
          var now = clock.instant();
          var connection =
              new Connection(
                  workspace,
                  id,
                  connectorId,
                  named(name, connector.description()),
                  State.ACTIVE,
                  settings.shown(),
                  settings.secret().keySet().stream().sorted().toList(),
                  secrets.seal(workspace, id, settings.secret()),
                  signedIn.account(),
                  null,
                  by,
                  now,
                  now,
                  1);
          return connections
              .add(connection)
              .flatMap(added -> begun(connector, added).thenReturn(added));
        });
  }

  private Mono<Void> begun(Connector connector, Connection connection) {
    if (!(connector instanceof Reading)) {
      return Mono.empty();
    }
    var feeds =
        connector.description().feeds().stream().map(ConnectorDescription.Feed::name).toList();
    return states.begin(ref(connection), SyncState.begin(feeds, clock.instant()));
  }

  /**
   * Changes the name or settings; secrets that are not given stay. It stays with its account: how
   * far it was read, and what was written there, holds of no other.
   */
  public Mono<Connection> change(
      Connection before, @Nullable String name, Map<String, @Nullable String> given) {
    var connector = connector(before.connector());
    var settings = GivenSettings.check(connector.description(), given, kept(before));
    return tried(connector, before.workspace(), before.id(), settings)
        .flatMap(signedIn -> {
          if (isOther(before.account(), signedIn.account())) {
            return Mono.error(anotherAccount(connector.description()));
          }
          var next =
              before.with(
                  name == null ? before.name() : named(name, connector.description()),
                  settings.shown(),
                  settings.secret().keySet().stream().sorted().toList(),
                  secrets.seal(before.workspace(), before.id(), settings.secret()),
                  signedIn.account(),
                  clock.instant());
          return replaced(next)
              .flatMap(stored ->
                  (given.isEmpty() || isSame(before.account(), stored.account())
                          ? hurried(connector, stored)
                          : begun(connector, stored))
                      .then(pushes.hurry(ref(stored), clock.instant()))
                      .thenReturn(stored));
        });
  }

  private static boolean isOther(@Nullable String before, @Nullable String now) {
    return before != null && now != null && !before.equals(now);
  }

  private static boolean isSame(@Nullable String before, @Nullable String now) {
    return before != null && before.equals(now);
  }

  private static Problem anotherAccount(ConnectorDescription description) {
    return Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "another-account",
        "This is another account of "
            + description.name()
            + ". Make a new connection for it; end this one if it is no longer needed.");
  }

  /** Reads on at once; one of a time when its connector did not read yet begins. */
  private Mono<Void> hurried(Connector connector, Connection connection) {
    return states
        .hurry(ref(connection), clock.instant())
        .filter(known -> !known && connection.state().isRunning())
        .flatMap(_ -> begun(connector, connection));
  }

  private Map<String, String> kept(Connection before) {
    var kept = new HashMap<>(before.settings());
    if (!before.sealed().isEmpty()) {
      kept.putAll(secrets.open(before.workspace(), before.id(), before.sealed()));
    }
    return kept;
  }

  /** Tries the stored credentials; who we are over there. */
  public Mono<String> test(Connection connection) {
    return connector(connection.connector())
        .test(accesses.open(connection))
        .map(SignedIn::found)
        .onErrorMap(ConnectorException.class, ConnectionService::problem);
  }

  public Mono<Connection> pause(Connection connection) {
    return connection.state() == State.PAUSED
        ? Mono.just(connection)
        : replaced(connection.to(State.PAUSED, null, clock.instant()))
            .flatMap(paused -> states.stop(ref(paused)).thenReturn(paused));
  }

  public Mono<Connection> resume(Connection connection) {
    return connection.state() != State.PAUSED
        ? Mono.just(connection)
        : replaced(connection.to(State.ACTIVE, null, clock.instant()))
            .flatMap(active ->
                states
                    .resume(ref(active), clock.instant())
                    .filter(known -> !known)
                    .flatMap(_ -> begun(connector(active.connector()), active))
                    .then(pushes.hurry(ref(active), clock.instant()))
                    .then(owing.resumed(active.workspace(), active.id()))
                    .thenReturn(active));
  }

  /** Reads at once what there is to read. */
  public Mono<Void> syncNow(Connection connection) {
    if (connection.state() == State.PAUSED) {
      return Mono.error(
          Problem.of(HttpStatus.CONFLICT, "paused", "The connection rests. Resume it first."));
    }
    return states.hurry(ref(connection), clock.instant()).then();
  }

  /** Ends the connection and forgets its secrets; what was read stays. */
  public Mono<Void> disconnect(Connection connection) {
    return replaced(connection.disconnected(clock.instant()))
        .flatMap(gone -> {
          accesses.forget(gone);
          var ref = ref(gone);
          return states
              .stop(ref)
              .then(pushes.forget(ref))
              .then(jobs.forget(ref))
              .then(removals.lose(ref));
        });
  }

  private Mono<Connection> replaced(Connection next) {
    return connections
        .replace(next)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "conflict",
                    "The connection changed meanwhile. Read it again.")));
  }

  private Mono<SignedIn> tried(
      Connector connector, String workspace, String id, GivenSettings settings) {
    return connector
        .test(accesses.tryOut(workspace, id, settings.all()))
        .onErrorMap(ConnectorException.class, ConnectionService::problem);
  }

  /** What another system refuses is told with its own code; what it cannot do now, as 503. */
  public static Problem problem(ConnectorException failure) {
    if (failure.kind() == Kind.REFUSED) {
      return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, failure.code(), failure.detail());
    }
    var after = failure.after();
    var problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, failure.code(), failure.detail());
    return after == null ? problem : problem.withRetryAfter(after);
  }

  private Connector connector(String id) {
    return connectors
        .find(id)
        .orElseThrow(() ->
            Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no connector " + id + "."));
  }

  private static String named(@Nullable String name, ConnectorDescription description) {
    var plain = name == null ? "" : name.strip();
    if (plain.length() > LONGEST_NAME) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "The name is too long.")
          .withErrors(
              List.of(
                  new Problem.FieldError(
                      "name", "too-long", "At most " + LONGEST_NAME + " characters.")));
    }
    return plain.isEmpty() ? description.name() : plain;
  }

  private static StreamRef ref(Connection connection) {
    return new StreamRef(connection.workspace(), connection.id());
  }
}
