package rapport.integrations.automation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try of a step. */
public sealed interface StepOutcome {

  /**
   * It took effect.
   *
   * @param result for people to read
   * @param reference the id of what it made
   * @param owner whose tasks the run makes from here on; null to leave that as it is
   */
  record Done(String result, @Nullable String reference, @Nullable String owner)
      implements StepOutcome {}

  /**
   * It may work another time.
   *
   * @param after how long to wait at least
   */
  record Later(Duration after, String error) implements StepOutcome {}

  /** It will not work unless somebody changes something. */
  record Refused(String error) implements StepOutcome {}
}
