package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.health.funnel.Counts;
import rapport.health.funnel.FunnelReport;
import rapport.health.funnel.FunnelReport.Sessions;

/**
 * A funnel as JSON.
 *
 * @param abandonedAfter what was asked for, an ISO duration
 * @param locale what was asked for; null for all
 * @param locales sessions started, by language
 */
record FunnelView(
    String flow,
    LocalDate from,
    LocalDate to,
    Duration abandonedAfter,
    @Nullable String locale,
    Sessions sessions,
    Map<String, Long> locales,
    List<Phase> phases) {

  /** A phase, with its counts of sessions. */
  record Phase(
      String phase,
      long reached,
      long completed,
      @JsonUnwrapped Counts counts,
      @Nullable Long medianSeconds,
      List<Field> fields) {}

  /** A field, with its counts of sessions, and of rows where it is in a group. */
  record Field(
      String path,
      long sessions,
      @JsonUnwrapped Counts counts,
      @Nullable Counts times,
      @Nullable Long medianSeconds,
      @Nullable Long p90Seconds) {}

  static List<Phase> phases(FunnelReport report) {
    return report.phases().stream().map(FunnelView::phase).toList();
  }

  private static Phase phase(FunnelReport.Phase phase) {
    return new Phase(
        phase.phase(),
        phase.reached(),
        phase.completed(),
        phase.counts(),
        phase.medianSeconds(),
        phase.fields().stream().map(FunnelView::field).toList());
  }

  private static Field field(FunnelReport.Field field) {
    return new Field(
        field.path(),
        field.sessions(),
        field.counts(),
        field.times(),
        field.medianSeconds(),
        field.p90Seconds());
  }
}
