package rapport.integrations.automation.input;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadChange.LeadAssigned;
import rapport.contracts.LeadChange.LeadEnriched;
import rapport.contracts.LeadChange.LeadLost;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadScored;
import rapport.contracts.LeadChange.LeadStatusChanged;
import rapport.contracts.LeadChange.LeadWon;
import rapport.contracts.LeadEvent;

/** What is seen of leads on {@code rapport.lead.events}; visitors are no leads yet. */
final class LeadWatch {

  private LeadWatch() {}

  static Watched apply(Watched before, Envelope<LeadEvent> envelope) {
    return switch (envelope.event()) {
      case LeadEvent.VisitorAssessed _ -> before.ignoring();
      case LeadEnriched _ -> before;
      case LeadOpened _ -> lead(before, envelope, Map.of("lead_status", "new"), "lead_created");
      case LeadScored it ->
          lead(
              before,
              envelope,
              Map.of(
                  "lead_points",
                  it.points(),
                  "lead_grade",
                  it.grade(),
                  "conversion_probability",
                  it.conversionProbability()),
              null);
      case LeadAssigned it -> {
        var owner = new HashMap<String, @Nullable Object>();
        owner.put("owner", it.owner());
        yield lead(before, envelope, owner, null);
      }
      case LeadStatusChanged it ->
          lead(before, envelope, Map.of("lead_status", it.status().wire()), null);
      case LeadWon _ -> lead(before, envelope, Map.of("lead_status", "won"), "lead_won");
      case LeadLost _ -> lead(before, envelope, Map.of("lead_status", "lost"), "lead_lost");
    };
  }

  private static Watched lead(
      Watched before,
      Envelope<LeadEvent> envelope,
      Map<String, ? extends @Nullable Object> facts,
      @Nullable String event) {
    return before.seeing(
        EventCatalog.LEAD.topic(), envelope, new Subject("lead", envelope.stream()), facts, event);
  }
}
