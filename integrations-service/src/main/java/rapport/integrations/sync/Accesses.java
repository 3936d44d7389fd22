package rapport.integrations.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.Access.Work;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Connectors;
import rapport.integrations.secret.SealedSettings;
import rapport.integrations.turn.OwnThreads;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;

/** Opens connections for their connectors, each with a guard and a memory of its own. */
@Component
public final class Accesses {

  private static final int SERVER_ERROR = 500;

  /** What is kept of a connection while the service runs. */
  private record Kept(long rev, Guard guard, Map<String, String> memory) {}

  private final EgressClient egress;
  private final SealedSettings secrets;
  private final GuardSettings settings;
  private final Connectors connectors;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  public Accesses(
      EgressClient egress, SealedSettings secrets, GuardSettings settings, Connectors connectors) {
    this.egress = egress;
    this.secrets = secrets;
    this.settings = settings;
    this.connectors = connectors;
  }

  /** The access of a stored connection. */
  public Access open(Connection connection) {
    var all = new HashMap<>(connection.settings());
    if (!connection.sealed().isEmpty()) {
      all.putAll(secrets.open(connection.workspace(), connection.id(), connection.sealed()));
    }
    var key = connection.workspace() + "/" + connection.id();
    var mine = kept.compute(key, (name, old) -> fresh(name, connection, old));
    return access(connection.workspace(), connection.id(), all, mine.guard(), mine.memory());
  }

  /** The access of settings that are not stored yet, for trying them. */
  public Access tryOut(String workspace, String id, Map<String, String> all) {
    var key = workspace + "/" + id;
    return access(workspace, id, all, new Guard(key, settings), new ConcurrentHashMap<>());
  }

  /** Forgets what was kept of a connection. */
  public void forget(Connection connection) {
    kept.remove(connection.workspace() + "/" + connection.id());
  }

  /** A changed connection has other credentials, and so other tokens; its system is the same. */
  private Kept fresh(String key, Connection connection, @Nullable Kept old) {
    if (old != null && old.rev() == connection.rev()) {
      return old;
    }
    var guard = old == null ? new Guard(key, pace(connection.connector())) : old.guard();
    return new Kept(connection.rev(), guard, new ConcurrentHashMap<>());
  }

  /** As fast as both we and the other system like. */
  private GuardSettings pace(String connector) {
    return connectors.find(connector).map(it -> settings.within(it.perSecond())).orElse(settings);
  }

  private Access access(
      String workspace,
      String id,
      Map<String, String> all,
      Guard guard,
      Map<String, String> memory) {
    return new Access(workspace, id, all, new Guarded(guard), memory);
  }

  /** The way out of one connection. */
  private final class Guarded implements Access.Calls {

    private final Guard guard;

    Guarded(Guard guard) {
      this.guard = guard;
    }

    @Override
    public Mono<Fetched> call(Outgoing request, boolean repeatable) {
      return guard.run(() -> Accesses.this.call(request), repeatable);
    }

    @Override
    public <T> Mono<T> work(String host, int port, Set<Integer> ports, Work<T> work) {
      return guard.run(
          () ->
              egress
                  .address(host, port, ports)
                  .flatMap(address ->
                      Mono.fromCallable(() -> work.with(address)).subscribeOn(OwnThreads.SCHEDULER))
                  .onErrorMap(Accesses::translated),
          true);
    }
  }

  private Mono<Fetched> call(Outgoing request) {
    return egress
        .exchange(request)
        .onErrorMap(Accesses::translated)
        .flatMap(answer ->
            answer.status() < SERVER_ERROR ? Mono.just(answer) : Mono.error(broken(answer)));
  }

  private static ConnectorException broken(Fetched answer) {
    var after =
        answer.header("retry-after").filter(text -> text.matches("\\d{1,6}")).map(Long::valueOf);
    return ConnectorException.later(
        "server-error",
        "The other system answered " + answer.status() + ".",
        after.map(Duration::ofSeconds).orElse(null));
  }

  private static Throwable translated(Throwable failure) {
    return switch (failure) {
      case EgressRefusedException refused ->
          ConnectorException.refused(
              "address-refused",
              "The address must not be called: "
                  + refused.getMessage()
                  + ". Whoever runs Rapport can allow it.");
      case TimeoutException _ ->
          ConnectorException.later("no-answer", "The other system does not answer in time.", null);
      case IOException _ ->
          ConnectorException.later("not-reachable", "The other system cannot be reached.", null);
      default -> failure;
    };
  }
}
