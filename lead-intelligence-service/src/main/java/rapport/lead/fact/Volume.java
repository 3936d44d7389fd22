package rapport.lead.fact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Counts;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** How much there is of what the product deals with: "100 tickets a day". */
final class Volume implements FactRule {

  static final String PATH = "requirements.volume";

  private static final String THINGS =
      "(?!(?:hours?|minutes?|days?|weeks?|months?|times?|euros?|eur|dollars?|usd|pounds?|gbp|bucks"
          + "|quid|chf|k|percent)\\b)[\\p{L}'-]+";
  private static final String UNIT =
      "(?:day|week|month|year|hour|night|quarter|semester|term|season|weekend|morning|shift)";

  private static final Pattern SAID =
      Cues.anyOf(
          List.of(
              "(?<![$€£] ?)("
                  + Counts.NUMBER
                  + "(?: ?(?:-|–|to|or) ?"
                  + Counts.NUMBER
                  + ")?\\+? (?:"
                  + THINGS
                  + " ){1,3}?(?:(?:a|an|per|each|every) "
                  + UNIT
                  + "|daily|weekly|monthly|nightly|yearly))",
              "(" + Counts.NUMBER + " (?:" + THINGS + " )?" + THINGS + " ?/ ?" + UNIT + ")"));

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var matcher = SAID.matcher(sentence.text());
    return matcher.find()
        ? Stream.of(new Fact(PATH, FieldValue.text(matcher.group().strip()), sentence.text(), .85))
        : Stream.empty();
  }
}
