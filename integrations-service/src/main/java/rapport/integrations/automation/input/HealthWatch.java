package rapport.integrations.automation.input;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertAcknowledged;
import rapport.contracts.HealthEvent.AlertAssigned;
import rapport.contracts.HealthEvent.AlertCleared;
import rapport.contracts.HealthEvent.AlertOpened;
import rapport.contracts.HealthEvent.AlertSnoozed;
import rapport.contracts.HealthEvent.AlertUpdated;
import rapport.contracts.HealthEvent.BandCrossed;
import rapport.contracts.HealthEvent.OutlookChanged;
import rapport.contracts.HealthEvent.ProvisionalChanged;
import rapport.contracts.HealthEvent.ScoreChanged;
import rapport.contracts.HealthState;

/**
 * What is seen of how accounts do: facts on {@code rapport.health.state}, alerts on {@code
 * rapport.health.events}.
 */
final class HealthWatch {

  private HealthWatch() {}

  static Watched state(Watched before, Envelope<HealthState> envelope) {
    var state = envelope.event();
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("account_name", state.name());
    facts.put("health_score", state.score());
    facts.put("health_band", state.band() == null ? null : state.band().wire());
    facts.put("health_provisional", state.provisional());
    facts.put("churn_probability", state.churn() == null ? null : state.churn().probability());
    facts.put("usage_growth", state.inputs().get("usage_growth"));
    var account = new Subject("account", envelope.stream());
    return before.seeing(HealthState.CATALOG.topic(), envelope, account, facts, null);
  }

  static Watched alert(Watched before, Envelope<HealthEvent> envelope) {
    return switch (envelope.event()) {
      case AlertOpened(var account, _, var type, _, _) ->
          before.seeing(
              EventCatalog.HEALTH.topic(),
              envelope,
              new Subject("account", account),
              Map.of(),
              type.wire().replace('-', '_'));
      case ScoreChanged _, BandCrossed _, ProvisionalChanged _, OutlookChanged _ ->
          before.ignoring();
      case AlertUpdated _, AlertAcknowledged _, AlertSnoozed _, AlertAssigned _, AlertCleared _ ->
          before;
    };
  }
}
