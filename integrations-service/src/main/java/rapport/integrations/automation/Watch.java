package rapport.integrations.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an automation remembers of a subject.
 *
 * @param generation the plan it belongs to
 * @param held whether the condition held when it was last known to hold or not to
 * @param open the time it has held without a run so far
 * @param lastRun when a run began last
 */
public record Watch(
    long generation, boolean held, @Nullable Episode open, @Nullable Instant lastRun) {

  /** A time in which a condition holds, named after the event that began it. */
  public record Episode(String id, Instant since) {}
}
