package rapport.lead.crm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.LeadSeen;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;

/**
 * What a deal, or a lead, of a CRM means for a lead of ours. What a colleague said of its end
 * stays; what the CRM said before is replaced by what it says now.
 */
public final class CrmOutcome {

  private CrmOutcome() {}

  /** The lead as the deal leaves it; the same one when it has nothing to say. */
  public static Lead of(Lead lead, DealSeen deal, Instant now) {
    var system = deal.source().system();
    if (isSettled(lead, system)) {
      return lead;
    }
    if (deal.status().equals("open")) {
      return lead.closing() == null ? lead : lead.moved(Status.QUALIFIED, system, now);
    }
    var won = deal.status().equals("won");
    var at = closedAt(deal, lead.openedAt(), now);
    if (at == null) {
      return lead;
    }
    var worth = deal.amount() == null ? null : worth(deal);
    return lead.closed(
        new Closing(won, at, won ? worth : null, won ? null : deal.stage(), system), now);
  }

  /** The lead as its counterpart in the CRM leaves it. */
  public static Lead of(Lead lead, LeadSeen seen, Instant now) {
    var system = seen.source().system();
    if (isSettled(lead, system)) {
      return lead;
    }
    return switch (seen.status()) {
      case "disqualified" ->
          lead.status() == Status.LOST
              ? lead
              : lead.closed(new Closing(false, now, null, seen.stage(), system), now);
      case "converted" -> lead.status().isOpen() ? lead.moved(Status.QUALIFIED, system, now) : lead;
      default -> lead;
    };
  }

  /** Somebody else than that system said how it ended, or the person took the address back. */
  private static boolean isSettled(Lead lead, String system) {
    var closing = lead.closing();
    return lead.status() == Status.WITHDRAWN || (closing != null && !closing.by().equals(system));
  }

  private static String worth(DealSeen deal) {
    var amount = String.valueOf(deal.amount());
    return deal.currency() == null ? amount : amount + " " + deal.currency();
  }

  /**
   * CRMs know the day only: its end, or now if that is earlier. Null when the deal was closed
   * before the lead was opened, so that it is about something else.
   */
  private static @Nullable Instant closedAt(DealSeen deal, Instant opened, Instant now) {
    if (deal.closeOn() == null) {
      return now;
    }
    try {
      var end =
          LocalDate.parse(deal.closeOn())
              .atTime(LocalTime.MAX)
              .toInstant(ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.MILLIS);
      return end.isBefore(opened) ? null : end.isBefore(now) ? end : now;
    } catch (DateTimeException _) {
      return now;
    }
  }
}
