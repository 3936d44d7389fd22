package rapport.integrations.sending;

import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rapport.integrations.connection.Connection;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Sending;
import rapport.integrations.mail.Postman;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Kind;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.store.Connections;
import rapport.integrations.store.Sendings;
import rapport.integrations.sync.Accesses;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the connection for a message, and remembers what was sent under which key. */
@Component
public final class Sender implements Outbound {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Connectors connectors;
  private final Connections connections;
  private final Accesses accesses;
  private final Sendings sendings;
  private final Jobs jobs;
  private final Postman postman;

  public Sender(
      Connectors connectors,
      Connections connections,
      Accesses accesses,
      Sendings sendings,
      Jobs jobs,
      Postman postman) {
    this.connectors = connectors;
    this.connections = connections;
    this.accesses = accesses;
    this.sendings = sendings;
    this.jobs = jobs;
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
    var meant = meant(workspace, message);
    return meant
        .filter(connection -> connection.state().isRunning())
        .take(2)
        .collectList()
        .flatMap(found ->
            switch (found.size()) {
              case 0 -> resting(meant);
              case 1 -> through(found.getFirst(), message, idempotencyKey);
              default ->
                  refused("which-connection", "More than one connection takes it: name one.");
            });
  }

  private Flux<Connection> meant(String workspace, Message message) {
    return connections
        .all(workspace)
        .filter(connection -> connects(connection, message.getClass()))
        .filter(connection ->
            message.connection() == null || connection.id().equals(message.connection()));
  }

  /** Somebody paused it, and will let it go on. */
  private static Mono<Outcome> resting(Flux<Connection> meant) {
    return meant
        .any(connection -> connection.state() == Connection.State.PAUSED)
        .flatMap(paused ->
            paused
                ? Mono.just(new Outcome.Later(PAUSE, "paused", "The connection rests."))
                : refused("no-connection", "Nothing is connected that takes such a message."));
  }

  private static Mono<Outcome> refused(String code, String detail) {
    return Mono.just(new Outcome.Refused(code, detail));
  }

  private boolean takes(Connection connection, Class<? extends Message> kind) {
    return connection.state().isRunning() && connects(connection, kind);
  }

  private boolean connects(Connection connection, Class<? extends Message> kind) {
    return connectors.find(connection.connector()).orElse(null) instanceof Sending sending
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
            noted(connection, message, done)
                .then(
                    sendings.done(connection.workspace(), key, done.connection(), done.remoteId()))
                .<Outcome>thenReturn(done))
        .onErrorResume(ConnectorException.class, failure -> Mono.just(outcome(failure)));
  }

  /** So that a record goes over there, too, when whom it is of is erased. */
  private Mono<Void> noted(Connection connection, Message message, Outcome.Done done) {
    if (!(message instanceof Message.CrmUpsert record)) {
      return Mono.empty();
    }
    var ref = new StreamRef(connection.workspace(), connection.id());
    var origin = done.repeated() ? Origin.THEIRS : Origin.OURS;
    return Mono.justOrEmpty(Kind.of(record.kind()))
        .flatMap(kind -> jobs.sent(ref, kind, record.rapportId(), done.remoteId(), origin));
  }

  private static Outcome outcome(ConnectorException failure) {
    var after = failure.after();
    return failure.kind() == ConnectorException.Kind.REFUSED
        ? new Outcome.Refused(failure.code(), failure.detail())
        : new Outcome.Later(after == null ? PAUSE : after, failure.code(), failure.detail());
  }
}
