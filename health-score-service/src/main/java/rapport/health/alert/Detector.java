package rapport.health.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.AlertType;

/** Watches for one type of alert: when to fire, when to clear, and how long to keep quiet then. */
public interface Detector {

  /** One of each type. */
  List<Detector> ALL =
      List.of(
          new HealthDrop(),
          new EngagementChange(),
          new CompetitiveThreat(),
          new ExpansionSignal(),
          new RenewalRisk());

  AlertType type();

  /**
   * Looks at an account.
   *
   * @param latest the account's latest alert of this type, open or cleared
   */
  Finding look(Situation situation, @Nullable Alert latest);
}
