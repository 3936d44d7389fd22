package rapport.integrations.sending;

import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.ConnectorException.Kind;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Sending;
import rapport.integrations.mail.Postman;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.store.Connections;
import rapport.integrations.store.Sendings;
import rapport.integrations.sync.Accesses;
import reactor.core.publisher.Mono;

/** Finds the connection for a message, and remembers what was sent under which key. */
@Component
public final class Sender implements Outbound {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Connectors connectors;
  private final Connections connections;
  private final Accesses accesses;
  private final Sendings sendings;
  private final Postman postman;

  public Sender(
      Connectors connectors,
      Connections connections,
      Accesses accesses,
      Sendings sendings,
      Postman postman) {
    this.connectors = connectors;
    this.connections = connections;
    this.accesses = accesses;
    this.sendings = sendings;
    this.postman = postman;
  }

  @Override
  public Mono<Boolean> canSend(String workspace, Class<? extends Message> kind) {
    if (kind == Message.Mail.class && postman.isSetUp()) {
      return Mono.just(true);
    }
    return connections.all(workspace).filter(connection -> takes(connection, kind)).hasElements();
  }

  @Override
  public Mono<Outcome> send(String workspace, Message message, String idempotencyKey) {
    return message instanceof Message.Mail mail && mail.connection() == null && postman.isSetUp()
        ? mailed(workspace, mail, idempotencyKey)
        : connected(workspace, message, idempotencyKey);
  }

  /** By the mail server, which knows an e-mail that comes again by its Message-ID. */
  private Mono<Outcome> mailed(String workspace, Message.Mail mail, String key) {
    return sendings
        .begin(workspace, key)
        .flatMap(before ->
            before instanceof Sendings.Before.Done(var through, var remoteId)
                ? Mono.just(new Outcome.Done(through, remoteId, true))
                : postman
                    .send(workspace, mail, key)
                    .flatMap(outcome -> kept(workspace, key, outcome)));
  }

  private Mono<Outcome> kept(String workspace, String key, Outcome outcome) {
    return outcome instanceof Outcome.Done(var through, var remoteId, _)
        ? sendings.done(workspace, key, through, remoteId).thenReturn(outcome)
        : Mono.just(outcome);
  }

  private Mono<Outcome> connected(String workspace, Message message, String idempotencyKey) {
    return connections
        .all(workspace)
        .filter(connection -> takes(connection, message.getClass()))
        .filter(connection ->
            message.connection() == null || connection.id().equals(message.connection()))
        .take(2)
        .collectList()
        .flatMap(found ->
            switch (found.size()) {
              case 0 -> refused("no-connection", "Nothing is connected that takes such a message.");
              case 1 -> through(found.getFirst(), message, idempotencyKey);
              default ->
                  refused("which-connection", "More than one connection takes it: name one.");
            });
  }

  private static Mono<Outcome> refused(String code, String detail) {
    return Mono.just(new Outcome.Refused(code, detail));
  }

  private boolean takes(Connection connection, Class<? extends Message> kind) {
    return connection.state().isRunning()
        && connectors.find(connection.connector()).orElse(null) instanceof Sending sending
        && sending.takes(kind);
  }

  private Mono<Outcome> through(Connection connection, Message message, String key) {
    return sendings
        .begin(connection.workspace(), key)
        .flatMap(before ->
            switch (before) {
              case Sendings.Before.Done(var through, var remoteId) ->
                  Mono.<Outcome>just(new Outcome.Done(through, remoteId, true));
              case Sendings.Before.Nothing _ -> sent(connection, message, key, false);
              case Sendings.Before.Tried _ -> sent(connection, message, key, true);
            });
  }

  private Mono<Outcome> sent(Connection connection, Message message, String key, boolean again) {
    var sending =
        (Sending) Objects.requireNonNull(connectors.find(connection.connector()).orElse(null));
    return Mono.defer(() -> sending.send(accesses.open(connection), message, key, again))
        .flatMap(done ->
            sendings
                .done(connection.workspace(), key, done.connection(), done.remoteId())
                .<Outcome>thenReturn(done))
        .onErrorResume(ConnectorException.class, failure -> Mono.just(outcome(failure)));
  }

  private static Outcome outcome(ConnectorException failure) {
    var after = failure.after();
    return failure.kind() == Kind.REFUSED
        ? new Outcome.Refused(failure.code(), failure.detail())
        : new Outcome.Later(after == null ? PAUSE : after, failure.code(), failure.detail());
  }
}
