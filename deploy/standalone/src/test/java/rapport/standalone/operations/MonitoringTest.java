package rapport.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.standalone.operations.Monitoring.Rule;

/** Nobody is woken without being told what to do; whether metrics exist is {@code MetricsIT}'s. */
class MonitoringTest {

  private static final Pattern RECORDED = Pattern.compile("\\brapport:[a-z0-9_:]+");

  @Test
  void every_alert_has_its_runbook_and_every_runbook_its_alert() {
    assertThat(Monitoring.runbooks()).isEqualTo(alerts());
    assertThat(Monitoring.rules())
        .filteredOn(Rule::isAlert)
        .allSatisfy(alert ->
            assertThat(alert.annotation("runbook"))
                .isEqualTo("deploy/runbooks/%s.md", alert.name()));
  }

  @Test
  void every_alert_has_been_seen_to_fire() {
    assertThat(Monitoring.tested()).isEqualTo(alerts());
  }

  @Test
  void what_is_asked_for_as_recorded_is_recorded() {
    var recorded =
        Monitoring.rules().stream()
            .filter(rule -> !rule.isAlert())
            .map(Rule::name)
            .collect(Collectors.toSet());
    var asked = new TreeSet<String>();
    for (var expression : Monitoring.panels()) {
      RECORDED.matcher(expression).results().forEach(found -> asked.add(found.group()));
    }
    for (var rule : Monitoring.rules()) {
      RECORDED.matcher(rule.expression()).results().forEach(found -> asked.add(found.group()));
    }
    assertThat(recorded).containsAll(asked);
  }

  @Test
  void what_the_design_promises_to_measure_is_looked_at() {
    assertThat(Monitoring.metrics())
        .contains(
            "rapport_turns_seconds_bucket",
            "rapport_outbox_oldest_unpublished_seconds",
            "rapport_projection_lag_seconds",
            "rapport_gap_repairs_total",
            "rapport_duplicates_dropped_total",
            "rapport_quarantine_size",
            "rapport_reconcile_republished_total",
            "rapport_sync_jobs",
            "rapport_sse_clients",
            "rapport_llm_fallback_total",
            "rapport_erasure_seconds_bucket");
  }

  private static Set<String> alerts() {
    return Monitoring.rules().stream()
        .filter(Rule::isAlert)
        .map(Rule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
