package rapport.lead.fact;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Names;
import rapport.lead.text.Sentence;

/** What the visitor's company does, when they say so of themselves. */
final class Industry implements FactRule {

  static final String PATH = "company.industry";

  private static final Names NAMES = Names.read("/lead/industries.txt");
  private static final Pattern OF_THEMSELVES =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:we'?re|we are|i'?m|i am|(?:i|we|who) (?:run|own|manage|have|operate"
              + "|lead)|running|work(?:ing)? for|started|building|here at"
              + "|company is|business is|as) (?:[^\\s,.?!]+ ){0,3}$");

  /** "Logistics manager" is what somebody is, not what the company does. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?iu)^ (?:manager|director|lead|officer|engineer|benefit|department|team)(?![\\p{L}])");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var text = sentence.text();
    return NAMES.in(text).stream()
        .filter(found -> OF_THEMSELVES.matcher(text.substring(0, found.start())).find())
        .filter(found -> !TITLE.matcher(text.substring(found.end())).find())
        .limit(1)
        .map(found -> new Fact(PATH, FieldValue.text(found.name()), text, .75));
  }
}
