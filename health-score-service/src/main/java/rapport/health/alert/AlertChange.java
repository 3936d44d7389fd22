package rapport.health.alert;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertType;

/**
 * An alert as it is now, and the event that tells of it.
 *
 * @param isNew whether it was opened just now
 */
public record AlertChange(Alert alert, HealthEvent event, boolean isNew) {

  /**
   * What follows from a finding.
   *
   * @param id of the alert, should one be opened
   * @param latest the account's latest alert of this type
   */
  public static Optional<AlertChange> of(
      Finding finding,
      String id,
      String account,
      AlertType type,
      @Nullable Alert latest,
      Instant now) {
    var open = latest != null && latest.isOpen() ? latest : null;
    return switch (finding) {
      case Finding.Nothing _ -> Optional.empty();
      case Finding.Raised raised ->
          Optional.of(
              open == null
                  ? opened(Alert.opened(id, account, type, raised, now))
                  : updated(open, raised, now));
      case Finding.Cleared(var reason) ->
          open == null ? Optional.empty() : Optional.of(cleared(open, reason, null, now));
    };
  }

  private static AlertChange opened(Alert alert) {
    return new AlertChange(
        alert,
        new HealthEvent.AlertOpened(
            alert.account(), alert.id(), alert.type(), alert.causes(), alert.figures()),
        true);
  }

  private static AlertChange updated(Alert alert, Finding.Raised raised, Instant now) {
    return changed(
        alert.updated(raised, now),
        new HealthEvent.AlertUpdated(
            alert.account(), alert.id(), alert.type(), raised.causes(), raised.figures()));
  }

  public static AlertChange acknowledged(Alert alert, String by, Instant now) {
    return changed(
        alert.acknowledged(by, now),
        new HealthEvent.AlertAcknowledged(alert.account(), alert.id(), alert.type(), by));
  }

  public static AlertChange snoozed(Alert alert, Instant until, String by, Instant now) {
    return changed(
        alert.snoozed(until, by, now),
        new HealthEvent.AlertSnoozed(
            alert.account(), alert.id(), alert.type(), until.toString(), by));
  }

  public static AlertChange assigned(Alert alert, @Nullable String to, String by, Instant now) {
    return changed(
        alert.assigned(to, by, now),
        new HealthEvent.AlertAssigned(alert.account(), alert.id(), alert.type(), to, by));
  }

  /**
   * @param by who cleared it by hand; nobody when it is over by itself
   */
  public static AlertChange cleared(Alert alert, String reason, @Nullable String by, Instant now) {
    return changed(
        alert.cleared(reason, by, now),
        new HealthEvent.AlertCleared(alert.account(), alert.id(), alert.type(), reason, by));
  }

  private static AlertChange changed(Alert alert, HealthEvent event) {
    return new AlertChange(alert, event, false);
  }
}
