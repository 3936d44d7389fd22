package rapport.health.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rapport.contracts.HealthEvent.AlertType;

/** Lets every detector look at an account, as long as it is a customer. */
public final class Watch {

  private Watch() {}

  /**
   * What changes about the account's alerts.
   *
   * @param latest the account's latest alert of each type
   * @param ids gives an id for each alert that is opened
   */
  public static List<AlertChange> look(
      Situation situation, String account, Map<AlertType, Alert> latest, Supplier<String> ids) {
    return Detector.ALL.stream()
        .flatMap(detector -> {
          var last = latest.get(detector.type());
          var finding = detector.look(situation, last);
          return AlertChange.of(finding, ids.get(), account, detector.type(), last, situation.now())
              .stream();
        })
        .toList();
  }

  /** What becomes of the alerts of an account that is a customer no longer: they are over. */
  public static List<AlertChange> end(Collection<Alert> latest, Instant now) {
    return latest.stream()
        .filter(Alert::isOpen)
        .map(alert -> AlertChange.cleared(alert, "no-longer-a-customer", null, now))
        .toList();
  }
}
