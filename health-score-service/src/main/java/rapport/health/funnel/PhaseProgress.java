package rapport.health.funnel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One phase in one conversation.
 *
 * @param entered when the conversation came to it
 * @param completions when it was completed
 * @param completed whether it is so still, and was not opened again
 */
public record PhaseProgress(Marks entered, Marks completions, boolean completed) {

  static final PhaseProgress NONE = new PhaseProgress(Marks.NONE, Marks.NONE, false);

  /** From the first entering to the first completion; none while it is not completed. */
  @Nullable Duration took() {
    return completed ? Marks.between(entered, completions) : null;
  }

  PhaseProgress enter(Mark mark) {
    return new PhaseProgress(entered.plus(mark), completions, completed);
  }

  PhaseProgress complete(Mark mark) {
    return new PhaseProgress(entered, completions.plus(mark), true);
  }

  PhaseProgress reopen() {
    return new PhaseProgress(entered, completions, false);
  }

  PhaseProgress undone(String cause) {
    return new PhaseProgress(entered.without(cause), completions.without(cause), completed);
  }
}
