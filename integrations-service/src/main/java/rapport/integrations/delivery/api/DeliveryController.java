package rapport.integrations.delivery.api;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Deliveries.After;
import rapport.integrations.delivery.store.StoredDelivery;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import rapport.runtime.web.Cursor;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/**
 * What was delivered, is on its way or was given up: to webhooks, Slack and by e-mail. Any role
 * reads; what was in it is for administrators.
 */
@RestController
@RequestMapping("/api/v1/integrations/deliveries")
@Allow
final class DeliveryController {

  private static final Pattern PLACE = Pattern.compile("(\\d{1,15}):(.+)");

  /** A page; {@code next} is the cursor of the next one, null on the last. */
  record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}

  private final Deliveries deliveries;
  private final Owing owing;

  DeliveryController(Deliveries deliveries, Owing owing) {
    this.deliveries = deliveries;
    this.owing = owing;
  }

  /**
   * Deliveries, the latest first.
   *
   * @param state {@code waiting}, {@code done}, {@code dead} or {@code all}
   * @param destination only to this one, as {@code kind:id}, such as {@code webhook:wh-1}
   * @param cursor {@code next} of the page before
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  Mono<DeliveryPage> list(
      Caller caller,
      @RequestParam(defaultValue = "all") String state,
      @RequestParam(required = false) @Nullable String destination,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    var after = Cursor.read(cursor, PLACE, DeliveryController::after);
    return deliveries
        .list(caller.workspace(), state(state), destination, after, items + 1)
        .collectList()
        .map(found -> page(caller, found, items));
  }

  /** One delivery. */
  @GetMapping("/{delivery}")
  Mono<DeliveryView> get(Caller caller, @PathVariable String delivery) {
    return found(caller, delivery).map(stored -> view(caller, stored));
  }

  /**
   * Tries again what was given up; a webhook can also be called once more with what it had. The
   * message id stays, so whoever looks at it takes it once.
   */
  @PostMapping("/{delivery}/replay")
  @Allow(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<DeliveryView> replay(Caller caller, @PathVariable String delivery) {
    return found(caller, delivery).flatMap(owing::replay).map(stored -> view(caller, stored));
  }

  private Mono<StoredDelivery> found(Caller caller, String delivery) {
    return deliveries
        .find(caller.workspace(), delivery)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such delivery.")));
  }

  private static DeliveryView view(Caller caller, StoredDelivery stored) {
    return DeliveryView.of(stored.delivery(), caller.hasAny(Role.ADMIN));
  }

  private static DeliveryPage page(Caller caller, List<StoredDelivery> found, int limit) {
    var items = found.stream().limit(limit).map(stored -> view(caller, stored)).toList();
    return new DeliveryPage(items, found.size() > limit ? cursor(items.getLast()) : null);
  }

  private static String cursor(DeliveryView last) {
    return Cursor.of(last.createdAt().toEpochMilli() + ":" + last.id());
  }

  private static After after(MatchResult cursor) {
    return new After(Instant.ofEpochMilli(Long.parseLong(cursor.group(1))), cursor.group(2));
  }

  private static @Nullable State state(String state) {
    return switch (state) {
      case "waiting" -> State.WAITING;
      case "done" -> State.DONE;
      case "dead" -> State.DEAD;
      case "all" -> null;
      default -> throw invalid("state", "It is waiting, done, dead or all.");
    };
  }

  private static Problem invalid(String name, String detail) {
    return WebhookRequests.invalid(List.of(new FieldError(name, "invalid-value", detail)));
  }
}
