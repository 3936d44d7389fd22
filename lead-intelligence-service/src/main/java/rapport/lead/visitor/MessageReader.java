package rapport.lead.visitor;

import java.time.Instant;
import rapport.lead.detection.PersonaModel;
import rapport.lead.fact.Competitors;
import rapport.lead.fact.FactFinder;
import rapport.lead.signal.BuyingIntent;

/** Reads one message for everything there is to find in it. */
public final class MessageReader {

  /** What is longer is not read to the end: visitors do not write that much, machines do. */
  private static final int LONGEST = 2_000;

  private final FactFinder facts = new FactFinder();

  public Reading read(String messageId, Instant at, String text, PersonaModel model) {
    var message = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var foundFacts = facts.in(message);
    var heard = model.signals().in(message);
    return new Reading(
        messageId,
        at,
        model.said(message, foundFacts, heard),
        BuyingIntent.reasons(message, heard, foundFacts),
        heard.signals(),
        foundFacts,
        Competitors.in(message));
  }
}
