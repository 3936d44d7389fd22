package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.alert.Alert;

/**
 * An alert.
 *
 * @param accountName the account's name; its id while that is not known
 * @param status {@code open}, {@code snoozed}, {@code acknowledged} or {@code cleared}
 * @param causes everything that fired it, in order
 * @param figures what was seen last, by name
 * @param trail everything people and detectors did, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
    String id,
    String account,
    String accountName,
    AlertType type,
    String status,
    List<String> causes,
    Map<String, Double> figures,
    Instant openedAt,
    Instant updatedAt,
    Alert.@Nullable Seen acknowledged,
    @Nullable Instant snoozedUntil,
    @Nullable String assignee,
    Alert.@Nullable Clearing cleared,
    List<Alert.Step> trail) {

  static AlertView of(Alert alert, String accountName, Instant now) {
    return new AlertView(
        alert.id(),
        alert.account(),
        accountName,
        alert.type(),
        Asked.wire(alert.status(now)),
        alert.causes(),
        alert.figures(),
        alert.openedAt(),
        alert.updatedAt(),
        alert.acknowledged(),
        alert.snoozedUntil(),
        alert.assignee(),
        alert.cleared(),
        alert.trail());
  }
}
