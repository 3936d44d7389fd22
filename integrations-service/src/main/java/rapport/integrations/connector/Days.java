package rapport.integrations.connector;

import java.time.Duration;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;

/** How far back reading begins. */
public final class Days {

  private static final String NAME = "days";
  private static final int MOST = 3_650;

  private Days() {}

  /** Asks for it. */
  public static Setting setting(int proposed) {
    return Setting.optional(
            NAME,
            "Days to look back",
            "Reading begins with what happened in these days.",
            Integer.toString(proposed))
        .as(Input.NUMBER);
  }

  public static Duration of(Access access) {
    var days = Integer.parseInt(access.setting(NAME).orElse("365"));
    return Duration.ofDays(Math.clamp(days, 1, MOST));
  }
}
