package rapport.lead.visitor;

import java.time.Instant;
import java.util.Set;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.detection.PersonaModel;
import rapport.lead.fact.FactFinder;
import rapport.lead.signal.BuyingIntent;
import rapport.lead.signal.Heard;

/** Reads one message for everything there is to find in it. */
public final class MessageReader {

  /** What is longer is not read to the end: visitors do not write that much, machines do. */
  private static final int LONGEST = 2_000;

  private static final Set<String> NEEDING_NOTHING = Set.of("elsewhere", "customer");

  private final FactFinder facts = new FactFinder();

  public Reading read(String messageId, Instant at, String text, PersonaModel model) {
    var message = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var said = model.hear(message);
    var foundFacts = facts.in(message).stream().filter(fact -> !isIdle(fact, said)).toList();
    var heard = said.with(foundFacts);
    return new Reading(
        messageId,
        at,
        model.said(message, foundFacts, heard),
        BuyingIntent.reasons(message, heard, foundFacts),
        heard.signals(),
        foundFacts,
        model.competitors(message));
  }

  /** Who offers something, or complains, names numbers and dates, but needs nothing from us. */
  private static boolean isIdle(Fact fact, Heard heard) {
    return fact.path().startsWith("requirements.")
        && heard.moods().stream().anyMatch(mood -> NEEDING_NOTHING.contains(mood.type()));
  }
}
