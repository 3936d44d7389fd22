package rapport.lead.fact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** What there is to spend, when money is spoken of as the visitor's own. */
final class Budget implements FactRule {

  static final String PATH = "requirements.budgetRange";

  private static final String AMOUNT = "\\d+(?:[.,]\\d+)*(?: ?[km](?![\\p{L}]))?";
  private static final String SIGN = "(?:[$€£]|usd|eur|gbp|chf)";
  private static final String NAME =
      "(?:grand|euros?|eur|€|dollars?|usd|\\$|pounds?|gbp|£|bucks|quid|chf|francs)";
  private static final String EACH =
      "(?:(?: an?| per| each| every|/)[ ]?(?:month|year|week|seat|user|head|person|night|unit))?";
  private static final String MONEY =
      "(?:"
          + SIGN
          + " ?"
          + AMOUNT
          + "(?: ?(?:-|–|to|and) ?"
          + SIGN
          + "? ?"
          + AMOUNT
          + ")?"
          + "|"
          + AMOUNT
          + "(?: ?(?:-|–|to|and) ?"
          + AMOUNT
          + ")? ?"
          + NAME
          + ")"
          + EACH;

  private static final Pattern OWN =
      Cues.anyOf(
          List.of(
              "budget(?:ed)?",
              "(?:we|i) (?:\\w+ )?(?:spend|pay|afford|set aside|put aside|got|invest)",
              "spend(?:ing)?",
              "up to",
              "at most",
              "max(?:imum)?",
              "no more than",
              "set aside",
              "ceiling",
              "(?:has|have) (?:given|released|approved)",
              "(?:i|we)(?: have|'ve)",
              "the most",
              "haushalt|(?:höchstens|maximal|bis zu|zur verfügung|ausgeben)",
              "presupuesto|como (?:mucho|máximo)|hasta|gastar"));
  private static final Pattern SUM = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(" + MONEY + ")");
  private static final Pattern BARE =
      Pattern.compile(
          "(?iu)(?:budget|presupuesto|(?:set|put) aside|spend|up to|no more than)(?:[^\\d.,?!]{1,30}?)(?<![\\p{L}\\p{N}])("
              + AMOUNT
              + "(?: ?(?:-|–|to|and) ?"
              + AMOUNT
              + ")?"
              + EACH
              + ")(?= (?:for|on|max|at most|in all|all in|this year)(?![\\p{L}])|[.,;!?]|$)");
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(\\d+ ?k"
              + EACH
              + ")(?= (?:for|left|set aside|max|at most|in all|all in|this year)(?![\\p{L}])|[.,;!?]|$)");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    if (!OWN.matcher(sentence.text()).find()) {
      return Stream.empty();
    }
    var said = Phrase.first(PATH, SUM, sentence, .85).toList();
    return Stream.of(
            said.stream(),
            Phrase.first(PATH, BARE, sentence, .7),
            Phrase.first(PATH, THOUSANDS, sentence, .6))
        .flatMap(one -> one)
        .limit(1);
  }
}
