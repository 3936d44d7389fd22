package rapport.lead.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Counts;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/**
 * How much there is of what the product deals with: "100 tickets a day", or, where that is said of
 * oneself or opens a sentence, "36 apartments".
 */
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

  /** Counted, but not what the product deals with: people, time, money, measures. */
  private static final String NOT_THINGS =
      "(?:\\w+[- ])?(?:people|persons?|employees?|staff|colleagues|users?|seats|agents|dev(?:eloper)?s|engineers|techs|workers|nurses|temps|waiters|drivers|teachers|pupils|students|members|contributors|adults|vegans|guys|friends|kids|children|daughters|sons|sisters|brothers"
          + "|parents|hours?|minutes?|seconds?|days?|weeks?|months?|years?|yrs?|nights|evenings|times|centuries|euros?|dollars?"
          + "|pounds|bucks|francs|percent|points|stars|floors|levels|cm|mm|metres?|meters?|km|miles|feet"
          + "|countries|languages|kilos|hectares|offers?|quotes?|bistros|subsidiaries|sites|questions?|options|reasons|things|ways|shops|companies"
          + "|cities|partners|founders|places|emails|calls|semesters?|grades?|degrees|am|pm|of us)(?![\\p{L}])";

  private static final String OWN =
      "(?:(?:have|has|got|run|manage|look after|do|make|handle|own|operate|ship|sell|need|want|for|with|about|around|roughly"
          + "|maybe|ca\\.?|approx\\.?|over|some|of|up to|currently) )";

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?iu)(?:^|[,;:(] ?|[-–] |(?<![\\p{L}])"
              + OWN
              + ")((?!(?:one|a|couple)(?![\\p{L}])|\\d+ ?k?[,.]\\d{2}(?!\\d))"
              + Counts.NUMBER
              + "(?: ?(?:-|–|to|or) ?"
              + Counts.NUMBER
              + ")? (?!"
              + NOT_THINGS
              + ")(?:(?:small|big|large|different|identical|more|new|old|e|own|base|two-bed|client|hotel|rental|guest|school)[ -]){0,2}(?!"
              + NOT_THINGS
              + ")[\\p{L}-]{3,}s)(?= ?(?:[,.;:?!)]|$)| (?:and|or|at|in|on|all|with|from|for|to|that|which|so|now|today|by|each)(?![\\p{L}]))");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var often = found(SAID, 0, sentence, .85);
    return (often.isPresent() ? often : found(COUNTED, 1, sentence, .6)).stream();
  }

  private static Optional<Fact> found(
      Pattern pattern, int group, Sentence sentence, double confidence) {
    var matcher = pattern.matcher(sentence.text());
    return matcher.find()
        ? Optional.of(
            new Fact(
                PATH, FieldValue.text(matcher.group(group).strip()), sentence.text(), confidence))
        : Optional.empty();
  }
}
