package rapport.integrations.delivery.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.signature.StandardWebhooks;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;

/**
 * Calls webhooks, signed as Standard Webhooks are. Any answer from 200 to 299 means that it
 * arrived; 410 that nothing more is wanted, and then the webhook is switched off.
 */
@Component
final class HookCarrier implements Carrier {

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final Endpoints endpoints;
  private final Secrets secrets;
  private final EgressClient egress;

  HookCarrier(Endpoints endpoints, Secrets secrets, EgressClient egress) {
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.egress = egress;
  }

  @Override
  public Kind kind() {
    return Kind.WEBHOOK;
  }

  @Override
  public Mono<Carried> carry(String workspace, Delivery delivery, Instant now) {
    if (!(delivery.parcel() instanceof Parcel.Hook(var id, var body))) {
      return Mono.just(refused("It is no webhook's."));
    }
    return endpoints
        .find(workspace, id)
        .flatMap(endpoint ->
            endpoint.enabled()
                ? called(workspace, endpoint, delivery, body, now)
                : Mono.just(refused("The webhook is switched off.")))
        .defaultIfEmpty(refused("The webhook was deleted."));
  }

  private Mono<Carried> called(
      String workspace, Endpoint endpoint, Delivery delivery, String body, Instant now) {
    var headers =
        new HashMap<>(
            StandardWebhooks.headers(
                secrets.valid(workspace, endpoint, now),
                delivery.messageId(),
                now,
                body.getBytes(StandardCharsets.UTF_8)));
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Rapport-Webhooks");
    return egress
        .exchange(Outgoing.of("POST", URI.create(endpoint.url()), headers, body))
        .flatMap(answer -> answered(workspace, endpoint, answer, now))
        .onErrorResume(HookCarrier::isTold, failure -> Mono.just(failed(failure)));
  }

  private Mono<Carried> answered(String workspace, Endpoint endpoint, Fetched answer, Instant now) {
    var status = answer.status();
    if (status >= 200 && status < 300) {
      return Mono.just(new Carried(new Result.Done(), status, "It arrived."));
    }
    if (status == GONE) {
      var reason = "Its address answered that it is gone for good (410).";
      var off =
          endpoint.with(endpoint.name(), endpoint.url(), endpoint.events(), false, reason, now);
      return endpoints
          .replace(workspace, off)
          .thenReturn(new Carried(new Result.Refused(true), status, reason));
    }
    var down = status == TOO_MANY || status >= SERVER_ERROR;
    var detail = "It answered " + status + ".";
    return Mono.just(new Carried(new Result.Later(asked(answer), down), status, detail));
  }

  private static Duration asked(Fetched answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }

  private static boolean isTold(Throwable failure) {
    return failure instanceof EgressRefusedException
        || failure instanceof TimeoutException
        || failure instanceof IOException;
  }

  private static Carried failed(Throwable failure) {
    return switch (failure) {
      case EgressRefusedException e when e.code().equals("unknown-host") ->
          down(String.valueOf(e.getMessage()));
      case EgressRefusedException e ->
          refused(
              "The address must not be called: "
                  + e.getMessage()
                  + ". Whoever runs Rapport can allow it.");
      case TimeoutException _ -> down("It did not answer in time.");
      default -> down("It cannot be reached.");
    };
  }

  private static Carried down(String detail) {
    return new Carried(new Result.Later(Duration.ZERO, true), null, detail);
  }

  private static Carried refused(String detail) {
    return new Carried(new Result.Refused(false), null, detail);
  }
}
