package rapport.integrations.delivery.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.DeliveryIds;
import rapport.integrations.delivery.Destination;
import rapport.integrations.delivery.Destination.Kind;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.EventTypes;
import rapport.integrations.delivery.Lane;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.api.WebhookViews.EventTypeList;
import rapport.integrations.delivery.api.WebhookViews.WebhookList;
import rapport.integrations.delivery.api.WebhookViews.WebhookView;
import rapport.integrations.delivery.api.WebhookViews.WebhookWithSecret;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.engine.Secrets;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.delivery.store.Lanes;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that are called when something happens. Any role reads, administrators change. */
@RestController
@RequestMapping("/api/v1/integrations/webhooks")
@Allow(Role.ADMIN)
final class WebhookController {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Endpoints endpoints;
  private final Lanes lanes;
  private final Secrets secrets;
  private final Owing owing;
  private final Clock clock;

  WebhookController(Endpoints endpoints, Lanes lanes, Secrets secrets, Owing owing, Clock clock) {
    this.endpoints = endpoints;
    this.lanes = lanes;
    this.secrets = secrets;
    this.owing = owing;
    this.clock = clock;
  }

  /** All of them. */
  @GetMapping
  @Allow
  Mono<WebhookList> list(Caller caller) {
    return endpoints
        .all(caller.workspace())
        .concatMap(endpoint -> view(caller, endpoint))
        .collectList()
        .map(WebhookList::new);
  }

  /** The events a webhook can be called for. */
  @GetMapping("/event-types")
  @Allow
  EventTypeList eventTypes() {
    return new EventTypeList(EventTypes.list());
  }

  /** One of them. */
  @GetMapping("/{webhook}")
  @Allow
  Mono<WebhookView> get(Caller caller, @PathVariable String webhook) {
    return found(caller, webhook).flatMap(endpoint -> view(caller, endpoint));
  }

  /** Adds a webhook; its secret is shown this once. */
  @PostMapping
  Mono<ResponseEntity<WebhookWithSecret>> create(
      Caller caller, @RequestBody WebhookRequests.New request) {
    var checked = request.checked();
    var id = "wh-" + UUID.randomUUID();
    var made = secrets.first(caller.workspace(), id);
    var now = now();
    var endpoint =
        new Endpoint(
            id,
            checked.name(),
            checked.url(),
            checked.events(),
            true,
            null,
            made.sealed(),
            made.secrets(),
            now,
            now,
            1);
    return endpoints
        .all(caller.workspace())
        .count()
        .filter(there -> there < Endpoints.MOST)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "too-many",
                    "A workspace has at most " + Endpoints.MOST + " webhooks.")))
        .flatMap(_ -> endpoints.add(caller.workspace(), endpoint).thenReturn(endpoint))
        .flatMap(added -> view(caller, added))
        .map(view ->
            ResponseEntity.created(URI.create("/api/v1/integrations/webhooks/" + id))
                .body(new WebhookWithSecret(view, made.fresh())));
  }

  /** Changes address, name or events, or switches it on or off. */
  @PatchMapping("/{webhook}")
  Mono<WebhookView> change(
      Caller caller, @PathVariable String webhook, @RequestBody WebhookRequests.Change request) {
    return found(caller, webhook)
        .flatMap(before -> replaced(caller, before, request.rev(), request.applied(before, now())))
        .flatMap(after ->
            lanes
                .forgive(caller.workspace(), destination(after).key(), now())
                .then(view(caller, after)));
  }

  /** Gives it a new secret, shown this once; the old one stays valid beside it for a while. */
  @PostMapping("/{webhook}/rotate-secret")
  Mono<WebhookWithSecret> rotate(
      Caller caller, @PathVariable String webhook, @RequestBody WebhookRequests.Rotate request) {
    var keep = request.keep();
    return found(caller, webhook)
        .flatMap(before -> {
          var made = secrets.rotated(caller.workspace(), before, keep, now());
          var after = before.with(made.sealed(), made.secrets(), now());
          return replaced(caller, before, request.rev(), after)
              .flatMap(stored -> view(caller, stored))
              .map(view -> new WebhookWithSecret(view, made.fresh()));
        });
  }

  /** Deletes it; what it is still owed is given up. */
  @DeleteMapping("/{webhook}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> delete(Caller caller, @PathVariable String webhook) {
    return found(caller, webhook)
        .flatMap(endpoint -> endpoints.delete(caller.workspace(), endpoint.id()))
        .then();
  }

  /** Calls it with an event made up for that. */
  @PostMapping("/{webhook}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<DeliveryView> test(Caller caller, @PathVariable String webhook) {
    return found(caller, webhook)
        .flatMap(endpoint -> owing.owe(caller.workspace(), trial(caller.workspace(), endpoint)))
        .map(owed -> DeliveryView.of(owed, caller.hasAny(Role.ADMIN)));
  }

  private Delivery trial(String workspace, Endpoint endpoint) {
    var now = now();
    var message = DeliveryIds.message(workspace, EventTypes.TEST, UUID.randomUUID().toString());
    var body =
        JSON.writeValueAsString(
            Map.of(
                "type",
                EventTypes.TEST,
                "timestamp",
                now.toString(),
                "data",
                Map.of("webhook", endpoint.id())));
    var parcel = new Parcel.Hook(endpoint.id(), body);
    var id = DeliveryIds.delivery(message, parcel.destination());
    return Delivery.owed(id, message, EventTypes.TEST, endpoint.name(), parcel, now, now);
  }

  private Mono<Endpoint> replaced(Caller caller, Endpoint before, long rev, Endpoint after) {
    return Mono.just(after)
        .filter(_ -> before.rev() == rev)
        .filterWhen(next -> endpoints.replace(caller.workspace(), next))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "stale",
                    "Somebody changed the webhook meanwhile; read it again.")));
  }

  private Mono<Endpoint> found(Caller caller, String webhook) {
    return endpoints
        .find(caller.workspace(), webhook)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such webhook.")));
  }

  private Mono<WebhookView> view(Caller caller, Endpoint endpoint) {
    return lanes
        .find(caller.workspace(), destination(endpoint).key())
        .map(Lanes.StoredLane::lane)
        .defaultIfEmpty(Lane.NEW)
        .map(lane -> WebhookView.of(endpoint, lane, now()));
  }

  private static Destination destination(Endpoint endpoint) {
    return new Destination(Kind.WEBHOOK, endpoint.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
