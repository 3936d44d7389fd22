package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.alert.Alert;
import rapport.health.alert.AlertChange;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Alerts as people see and work on them. */
@Component
public final class Inbox {

  private static final int TRIES = 5;

  private final Alerts alerts;
  private final ObjectProvider<OutboxRelay> relay;

  Inbox(Alerts alerts, ObjectProvider<OutboxRelay> relay) {
    this.alerts = alerts;
    this.relay = relay;
  }

  /** Which alerts; what is absent is any. */
  public record Choice(
      Alert.@Nullable Status status,
      @Nullable AlertType type,
      @Nullable String account,
      @Nullable String assignee) {}

  /** Where a list goes on: after the alert that was opened then. */
  public record Position(Instant openedAt, String id) {}

  /** The first {@code limit} alerts after a position, the newest first. */
  public Flux<Alert> find(
      String workspace, Choice choice, @Nullable Position after, int limit, Instant now) {
    var filters = new ArrayList<Bson>();
    filters.add(status(choice.status(), now));
    if (choice.type() != null) {
      filters.add(eq("type", choice.type().wire()));
    }
    if (choice.account() != null) {
      filters.add(eq("account", choice.account()));
    }
    if (choice.assignee() != null) {
      filters.add(eq("assignee", choice.assignee()));
    }
    if (after != null) {
      var at = Date.from(after.openedAt());
      var key = new StreamRef(workspace, after.id()).key();
      filters.add(or(lt("openedAt", at), and(eq("openedAt", at), lt("_id", key))));
    }
    return alerts.matching(workspace, and(filters), Sorts.descending("openedAt", "_id"), limit);
  }

  private static Bson status(Alert.@Nullable Status status, Instant now) {
    if (status == null) {
      return new Document();
    }
    var open = eq("slot", "open");
    var awake = lte("snoozedUntil", Date.from(now));
    return switch (status) {
      case CLEARED -> ne("slot", "open");
      case SNOOZED -> and(open, gt("snoozedUntil", Date.from(now)));
      case ACKNOWLEDGED -> and(open, awake, eq("seen", true));
      case OPEN -> and(open, awake, eq("seen", false));
    };
  }

  public Mono<Alert> find(String workspace, String id) {
    return alerts.find(workspace, id).map(Alerts.Stored::alert);
  }

  /**
   * Changes an alert, after whatever somebody else changes at the same time.
   *
   * @param change may throw to refuse it
   * @return the alert as it is then; empty when there is none with that id
   */
  public Mono<Alert> change(String workspace, String id, Function<Alert, AlertChange> change) {
    return alerts
        .find(workspace, id)
        .flatMap(stored -> {
          var changed = change.apply(stored.alert());
          return alerts
              .save(List.of(new Alerts.Told(workspace, changed, stored.told())))
              .flatMap(saved -> saved ? told(workspace, changed.alert()) : moved());
        })
        .retryWhen(Retry.max(TRIES).filter(MovedException.class::isInstance));
  }

  private Mono<Alert> told(String workspace, Alert alert) {
    relay.ifAvailable(it -> it.wake(new StreamRef(workspace, alert.id()).key()));
    return Mono.just(alert);
  }

  private static Mono<Alert> moved() {
    return Mono.error(new MovedException());
  }

  /** Somebody else changed it between reading and writing. */
  private static final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
