package rapport.health.funnel;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the conversations of a flow came.
 *
 * @param locales how many were begun in each language
 * @param phases those that anybody met, in the order of the flow
 */
public record FunnelReport(Sessions sessions, SortedMap<String, Long> locales, List<Phase> phases) {

  public FunnelReport {
    locales = Collections.unmodifiableSortedMap(new TreeMap<>(locales));
    phases = List.copyOf(phases);
  }

  /**
   * Conversations; each of those started is completed, abandoned or open.
   *
   * @param medianMinutes from the start to the first completion, of those completed; none without
   *     any
   */
  public record Sessions(
      long started, long completed, long abandoned, long open, @Nullable Double medianMinutes) {}

  /**
   * A phase.
   *
   * @param reached sessions that came to it
   * @param completed sessions that have completed it
   * @param counts sessions in which a step holds of at least one of its fields; {@code abandoned}
   *     are those that stopped in this phase, whichever field they were asked there
   * @param medianSeconds from the first entering to the first completion, of those that have it
   *     completed; none without any
   */
  public record Phase(
      String phase,
      long reached,
      long completed,
      Counts counts,
      @Nullable Long medianSeconds,
      List<Field> fields) {
    public Phase {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field or a control, or the same field of every row of a group.
   *
   * @param path such as {@code buying_stages[].duration}
   * @param sessions in which any step holds of it
   * @param counts sessions in which a step holds of it, in any row
   * @param times rows of which a step holds; none outside of groups
   * @param medianSeconds from the first question with it to its first answer or passing over
   */
  public record Field(
      String path,
      long sessions,
      Counts counts,
      @Nullable Counts times,
      @Nullable Long medianSeconds,
      @Nullable Long p90Seconds) {}
}
