package rapport.health.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a detector has to say. */
public sealed interface Finding {

  /** Nothing new. */
  Finding NOTHING = new Nothing();

  /** See {@link #NOTHING}. */
  record Nothing() implements Finding {}

  /**
   * Somebody should know: opens an alert, or goes to the open one.
   *
   * @param causes short words for why
   * @param figures what was seen, by name
   * @param told what need not be told again, and since when; kept with the alert
   */
  record Raised(List<String> causes, Map<String, Double> figures, Map<String, Instant> told)
      implements Finding {
    public Raised {
      causes = List.copyOf(causes);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      told = Map.copyOf(told);
    }
  }

  /** What the open alert is about is over. */
  record Cleared(String reason) implements Finding {}
}
