package rapport.health.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.alert.Alert;
import rapport.health.alert.AlertChange;
import rapport.health.store.Inbox;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** The inbox of alerts. Everybody reads it; who works with accounts works on it. */
@RestController
@Allow
final class AlertController {

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);
  private static final int LONGEST_NAME = 200;

  /** Until when nobody wants to see it. */
  record Snooze(@Nullable Instant until) {}

  /** Who is to see to it; nobody when absent. */
  record Assignment(@Nullable String to) {}

  private final Inbox inbox;
  private final AlertViews views;
  private final Clock clock;

  AlertController(Inbox inbox, AlertViews views, Clock clock) {
    this.inbox = inbox;
    this.views = views;
    this.clock = clock;
  }

  /**
   * Alerts, the newest first, a page at a time.
   *
   * @param status {@code open} (nobody has seen it), {@code acknowledged}, {@code snoozed} or
   *     {@code cleared}; any when missing. 400 {@code bad-status}
   * @param type such as {@code health-drop}. 400 {@code bad-type}
   * @param cursor {@code next} of the page before. 400 {@code bad-cursor}
   * @param limit from 1 to 200. 400 {@code bad-limit}
   */
  @GetMapping("/api/v1/alerts")
  Mono<Page<AlertView>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var choice =
        new Inbox.Choice(
            Asked.namedOrNone(Alert.Status.class, status, "bad-status"),
            Asked.namedOrNone(AlertType.class, type, "bad-type"),
            account,
            assignee);
    var items = PageSize.of(limit);
    return inbox
        .find(caller.workspace(), choice, Cursors.alert(cursor), items + 1, clock.instant())
        .collectList()
        .flatMap(found ->
            views
                .of(caller.workspace(), found)
                .map(view -> Page.of(found, items, view, AlertController::after)));
  }

  private static String after(Alert alert) {
    return Cursors.of(new Inbox.Position(alert.openedAt(), alert.id()));
  }

  /** One alert. 404 {@code not-found}. */
  @GetMapping("/api/v1/alerts/{id}")
  Mono<AlertView> alert(Caller caller, @PathVariable String id) {
    return view(caller, inbox.find(caller.workspace(), id));
  }

  /** Says that the caller has seen it. 409 {@code cleared} when it is over. */
  @PostMapping("/api/v1/alerts/{id}/acknowledge")
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<AlertView> acknowledge(Caller caller, @PathVariable String id) {
    return change(
        caller, id, it -> AlertChange.acknowledged(it, caller.subject(), clock.instant()));
  }

  /** Hides it for a while, at most 90 days. 422 {@code bad-time}, 409 {@code cleared}. */
  @PostMapping("/api/v1/alerts/{id}/snooze")
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<AlertView> snooze(Caller caller, @PathVariable String id, @RequestBody Snooze body) {
    var now = clock.instant();
    var until = Problem.required("until", body.until());
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "bad-time", "Snooze it for up to 90 days from now.");
    }
    return change(caller, id, it -> AlertChange.snoozed(it, until, caller.subject(), now));
  }

  /** Gives it to somebody, or to nobody. 409 {@code cleared}. */
  @PostMapping("/api/v1/alerts/{id}/assign")
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<AlertView> assign(Caller caller, @PathVariable String id, @RequestBody Assignment body) {
    var to = body.to();
    if (to != null && (to.isBlank() || to.length() > LONGEST_NAME)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "bad-assignee", "Say the id of a user, or nobody.");
    }
    return change(
        caller, id, it -> AlertChange.assigned(it, to, caller.subject(), clock.instant()));
  }

  /** Says that it is over. 409 {@code cleared} when it was already. */
  @PostMapping("/api/v1/alerts/{id}/clear")
  @Allow({Role.SALES, Role.SUCCESS, Role.MARKETER})
  Mono<AlertView> clear(Caller caller, @PathVariable String id) {
    return change(
        caller, id, it -> AlertChange.cleared(it, "by-hand", caller.subject(), clock.instant()));
  }

  private Mono<AlertView> change(Caller caller, String id, Function<Alert, AlertChange> change) {
    return view(caller, inbox.change(caller.workspace(), id, alert -> change.apply(open(alert))));
  }

  private static Alert open(Alert alert) {
    if (!alert.isOpen()) {
      throw Problem.of(HttpStatus.CONFLICT, "cleared", "The alert is over.");
    }
    return alert;
  }

  private Mono<AlertView> view(Caller caller, Mono<Alert> alert) {
    return alert
        .flatMap(it -> views.of(caller.workspace(), List.of(it)).map(view -> view.apply(it)))
        .switchIfEmpty(Mono.error(() -> Asked.unknown("alert")));
  }
}
