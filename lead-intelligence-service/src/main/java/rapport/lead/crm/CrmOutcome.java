package rapport.lead.crm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.LeadSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;

/**
 * What a deal, or a lead, of a CRM means for a lead of ours. What a colleague said of its end
 * stays; what a record said before is replaced by what it says now. Of several deals one that is
 * won counts, in whichever order they are told of, and only the one that closed a lead opens it
 * again. Told twice, nothing changes.
 */
public final class CrmOutcome {

  private CrmOutcome() {}

  /** The lead as the deal leaves it; the same one when it has nothing to say. */
  public static Lead of(Lead lead, DealSeen deal, Instant now) {
    var system = deal.source().system();
    if (isSettled(lead, system)) {
      return lead;
    }
    var record = record(deal.source());
    var closing = lead.closing();
    var own = closing != null && closing.isOf(system, record) ? closing : null;
    if (deal.status().equals("open")) {
      return own == null ? lead : lead.moved(Status.QUALIFIED, system, now);
    }
    var won = deal.status().equals("won");
    if (closing != null && own == null && (closing.won() || !won)) {
      return lead;
    }
    var before = own != null && own.won() == won ? own.at() : null;
    var at = closedAt(deal, lead.openedAt(), before, now);
    if (at == null) {
      return lead;
    }
    var worth = deal.amount() == null ? null : worth(deal);
    return lead.closed(
        new Closing(won, at, won ? worth : null, won ? null : deal.stage(), system, record), now);
  }

  /** The lead as its counterpart in the CRM leaves it. */
  public static Lead of(Lead lead, LeadSeen seen, Instant now) {
    var system = seen.source().system();
    if (!lead.status().isOpen()) {
      return lead;
    }
    return switch (seen.status()) {
      case "disqualified" ->
          lead.closed(
              new Closing(false, now, null, seen.stage(), system, record(seen.source())), now);
      case "converted" -> lead.moved(Status.QUALIFIED, system, now);
      default -> lead;
    };
  }

  private static String record(Source source) {
    return IntegrationEvent.streamOf(source.connection(), source.object(), source.record());
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
   *
   * @param before the time it was given when the deal was told of before, which stays as long as it
   *     may be right
   */
  private static @Nullable Instant closedAt(
      DealSeen deal, Instant opened, @Nullable Instant before, Instant now) {
    var told = before == null ? now : before;
    var day = day(deal);
    if (day == null) {
      return told;
    }
    var end = day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    if (end.isBefore(opened)) {
      return null;
    }
    var isThatDay = LocalDate.ofInstant(told, ZoneOffset.UTC).equals(day);
    return isThatDay || !end.isBefore(now) ? told : end;
  }

  private static @Nullable LocalDate day(DealSeen deal) {
    try {
      return deal.closeOn() == null ? null : LocalDate.parse(deal.closeOn());
    } catch (DateTimeException _) {
      return null;
    }
  }
}
