package rapport.integrations.hook;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.Receiving;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.StandardWebhooks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A system that tells of accounts by name, signed as Standard Webhooks are. */
final class TellingConnector implements Receiving {

  static final String SECRET = StandardWebhooks.secret(new byte[32]);

  /** What begins so is not answered when it is looked up, until the system speaks again. */
  static final String SILENT = "silent";

  private final Sinks.Empty<SourceRecord> silence = Sinks.empty();
  private final AtomicInteger failing = new AtomicInteger();

  /** So many tellings cannot be worked off. */
  void fail(int number) {
    failing.set(number);
  }

  void speak() {
    silence.tryEmitEmpty().orThrow();
  }

  @Override
  public ConnectorDescription description() {
    return new ConnectorDescription(
        "telling", "Telling", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return Mono.just(new SignedIn("Here.", null));
  }

  @Override
  public HookAnswer check(Access access, HookRequest request, Instant now) {
    var secrets = List.of(access.needed("secret"));
    var checked = StandardWebhooks.check(secrets, request.headers(), request.body(), now);
    return checked == Checked.GENUINE
        ? new HookAnswer.News(
            request.header(StandardWebhooks.ID),
            request.text(),
            request.header(StandardWebhooks.SIGNATURE))
        : new HookAnswer.Refused(checked.code(), checked.detail());
  }

  @Override
  public Flux<SourceRecord> taken(Access access, String body) {
    if (body.startsWith(SILENT)) {
      return silence.asMono().flux();
    }
    if (failing.getAndDecrement() > 0) {
      return Flux.error(ConnectorException.later("no-answer", "Not now.", null));
    }
    var source = new Source(access.connection(), "telling", "Account", body, "1", null, null);
    var account =
        new AccountSeen(source, body, null, null, null, null, null, null, null, null, null, null);
    return Flux.just(new SourceRecord("Account", body, 1, account));
  }
}
