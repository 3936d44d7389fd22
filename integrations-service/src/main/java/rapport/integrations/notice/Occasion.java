package rapport.integrations.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something people can be told of. */
public enum Occasion {
  HEALTH_DROP,
  ENGAGEMENT_CHANGE,
  COMPETITIVE_THREAT,
  EXPANSION_SIGNAL,
  RENEWAL_RISK,
  ALERT_CLEARED,
  LEAD_OPENED,
  LEAD_WON,
  LEAD_LOST;

  /** The name on the wire, such as {@code health-drop}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Occasion> of(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
  }
}
