package rapport.integrations.automation;

import java.time.Duration;

/** What starts a run. */
public sealed interface Trigger {

  /** As it is written. */
  String text();

  /** Each time this happens. */
  record OnEvent(String text) implements Trigger {}

  /**
   * When a condition that did not hold begins to.
   *
   * @param holds how long it must go on to hold; zero when at once
   */
  record OnEdge(String text, Condition condition, Duration holds) implements Trigger {}
}
