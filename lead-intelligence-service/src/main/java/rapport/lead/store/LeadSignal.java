package rapport.lead.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.lead.visitor.Visitor;
import rapport.runtime.projection.Views.Change;

/** Wakes the keeper of leads, which is made after the visitors it reads, and says when. */
@Component
final class LeadSignal {

  private final ObjectProvider<LeadKeeper> keeper;
  private final Clock clock;
  private final Duration quiet;

  /**
   * @param quiet how long a visitor has to be quiet before their lead is looked at
   */
  LeadSignal(
      ObjectProvider<LeadKeeper> keeper,
      Clock clock,
      @Value("${rapport.lead.quiet:3s}") Duration quiet) {
    this.keeper = keeper;
    this.clock = clock;
    this.quiet = quiet;
  }

  void wake() {
    keeper.ifAvailable(LeadKeeper::wake);
  }

  /** When the lead of this visitor is to be looked at: at once for a new address. */
  Instant dueAt(Change<Visitor, ConversationEvent> change) {
    return LeadDue.isUrgent(change) ? Instant.EPOCH : clock.instant().plus(quiet);
  }
}
