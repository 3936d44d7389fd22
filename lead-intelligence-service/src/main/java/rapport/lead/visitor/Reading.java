package rapport.lead.visitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadEvent.Signal;

/**
 * What was read in one message.
 *
 * @param at when it came; not known of messages read long ago
 */
public record Reading(
    String messageId,
    @Nullable Instant at,
    List<Evidence> evidence,
    List<Reason> reasons,
    List<Signal> signals,
    List<Fact> facts,
    List<String> competitors) {

  public Reading {
    evidence = List.copyOf(evidence);
    reasons = List.copyOf(reasons);
    signals = List.copyOf(signals);
    facts = List.copyOf(facts);
    competitors = List.copyOf(competitors);
  }

  /** Of a message that was taken back. */
  static Reading nothing(String messageId) {
    return new Reading(messageId, null, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
