package rapport.integrations.automation;

import java.time.Duration;
import java.util.Map;

/**
 * One step of an automation.
 *
 * @param name of an action that {@link Actions} knows
 * @param with what it needs: texts, lists of texts, or texts by name
 * @param retry how often it is tried again after a failure that may pass
 * @param timeout how long one try may take
 */
public record Action(String name, Map<String, Object> with, int retry, Duration timeout) {

  public static final int USUAL_RETRY = 5;
  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  public Action {
    with = Map.copyOf(with);
  }

  /** The text of that name, or another one when there is none. */
  public String text(String name, String otherwise) {
    return with.get(name) instanceof String text ? text : otherwise;
  }
}
