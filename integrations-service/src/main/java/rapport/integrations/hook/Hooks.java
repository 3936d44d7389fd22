package rapport.integrations.hook;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.Receiving;
import rapport.integrations.store.Connections;
import rapport.integrations.sync.Accesses;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Takes requests of other systems: looked at, kept, answered; the work is done later. */
@Component
public final class Hooks {

  private static final Duration PAUSED = Duration.ofMinutes(5);

  private final Connections connections;
  private final Connectors connectors;
  private final Accesses accesses;
  private final Arrivals arrivals;
  private final ObjectProvider<HookWorker> worker;
  private final Clock clock;

  public Hooks(
      Connections connections,
      Connectors connectors,
      Accesses accesses,
      Arrivals arrivals,
      ObjectProvider<HookWorker> worker,
      Clock clock) {
    this.connections = connections;
    this.connectors = connectors;
    this.accesses = accesses;
    this.arrivals = arrivals;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Takes a request.
   *
   * @param connection its id
   * @return what to answer; empty for nothing in particular. Fails with a {@link Problem}: 404
   *     where nobody listens, 503 {@code paused}, 401 with the reason when it is not genuine, 409
   *     {@code replayed} when the very request was made before
   */
  public Mono<String> take(String connection, HookRequest request) {
    return connections
        .findAnywhere(connection)
        .filter(found -> found.state() != State.DISCONNECTED)
        .filter(found -> connectors.find(found.connector()).orElse(null) instanceof Receiving)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "Nobody listens at this address.")))
        .flatMap(found -> taken(found, request));
  }

  private Mono<String> taken(Connection connection, HookRequest request) {
    var receiving = (Receiving) connectors.find(connection.connector()).orElseThrow();
    return switch (receiving.check(accesses.open(connection), request, clock.instant())) {
      case HookAnswer.Challenge(var text) -> Mono.just(text);
      case HookAnswer.Ignored() -> Mono.empty();
      case HookAnswer.Refused(var code, var detail) ->
          Mono.error(Problem.of(HttpStatus.UNAUTHORIZED, code, detail));
      case HookAnswer.News _ when connection.state() == State.PAUSED ->
          Mono.error(
              Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "paused", "The connection rests.")
                  .withRetryAfter(PAUSED));
      case HookAnswer.News news -> kept(connection, news);
    };
  }

  private Mono<String> kept(Connection connection, HookAnswer.News news) {
    var stream = new StreamRef(connection.workspace(), connection.id());
    return arrivals
        .keep(stream, news, clock.instant())
        .flatMap(kept ->
            switch (kept) {
              case NEW -> {
                worker.ifAvailable(HookWorker::wake);
                yield Mono.<String>empty();
              }
              case AGAIN -> Mono.<String>empty();
              case REPLAYED ->
                  Mono.error(
                      Problem.of(HttpStatus.CONFLICT, "replayed", "This request was made before."));
            });
  }
}
