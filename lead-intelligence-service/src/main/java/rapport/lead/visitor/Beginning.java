package rapport.lead.visitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.LeadEvent.Evidence;

/**
 * How a visitor came.
 *
 * @param flow the conversation's; none before it began
 * @param evidence of the page and the referrer
 */
public record Beginning(
    @Nullable String flow,
    @Nullable Arrival arrival,
    @Nullable Instant startedAt,
    List<Evidence> evidence) {

  /** Not yet. */
  static final Beginning NONE = new Beginning(null, null, null, List.of());

  public Beginning {
    evidence = List.copyOf(evidence);
  }
}
