package rapport.lead.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Counts;
import rapport.lead.text.Cues;
import rapport.lead.text.Lists;
import rapport.lead.text.Sentence;

/**
 * How much there is of what the product deals with: "100 tickets a day", or, where that is said of
 * oneself or opens a sentence, "36 apartments".
 */
final class Volume implements FactRule {

  static final String PATH = "requirements.volume";

  private static final Map<String, List<String>> COUNTED = Lists.read("/lead/counted.txt");

  private static final String THINGS =
      "(?!(?:hours?|minutes?|days?|weeks?|months?|times?|euros?|eur|dollars?|usd|pounds?|gbp|bucks"
          + "|quid|chf|k|percent)\\b)[\\p{L}'-]+";
  private static final String UNIT =
      "(?:day|week|month|year|hour|night|quarter|semester|term|season|weekend|morning|shift)";

  /** "12 Arbeiten im Monat", "300 pedidos al día". */
  private static final String EACH_ELSEWHERE =
      "(?:(?:pro|je|im|am|in der|al|a la|por|cada) (?:tag|woche|monat|jahr|quartal|stunde|nacht|saison"
          + "|d[ií]a|semana|mes|año|trimestre|hora|noche|temporada)|täglich|wöchentlich|monatlich"
          + "|jährlich|diari[oa]s|semanales|mensuales|anuales)";

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
              "(" + Counts.NUMBER + " (?:" + THINGS + " )?" + THINGS + " ?/ ?" + UNIT + ")",
              "(" + Counts.NUMBER + " (?:" + THINGS + " ){1,3}?" + EACH_ELSEWHERE + ")"));

  private static final Pattern AREA =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}.,])(\\d+(?:[.,]\\d+)* ?(?:acres?|hect(?:are|ár[ei])s?|hektar|ha|m²|m2"
              + "|sqm|sq\\.? ?(?:m|ft)|square (?:met(?:re|er)s?|feet)|quadratmetern?|qm|metros cuadrados))"
              + "(?![\\p{L}\\p{N}])");

  /** German counts things by their capital: "mit 140 Stellplätzen". */
  private static final Pattern OWN_GERMAN =
      Pattern.compile(
          "(?u)(?:^|[,;:(] ?|(?<![\\p{L}])(?i:"
              + one("own-german")
              + ") )("
              + Counts.NUMBER
              + " (?!(?:"
              + one("not-things-german")
              + ")(?![\\p{L}]))[A-ZÄÖÜ][\\p{L}-]{3,})(?= ?(?:[,.;:?!)]|$)| [a-zäöü])");

  /** Counted, but not what the product deals with, such as "support agents". */
  private static final String NOT_THINGS = "(?:\\w+[- ])?" + one("not-things") + "(?![\\p{L}])";

  private static final Pattern OWN =
      Pattern.compile(
          "(?iu)(?:^|(?<!\\d)[,;:(] ?|[-–] |(?<![\\p{L}])"
              + one("own")
              + " )((?!(?:one|a|couple)(?![\\p{L}])|\\d+ ?k?[,.]\\d{2}(?!\\d))"
              + Counts.NUMBER
              + "(?: ?(?:-|–|to|or) ?"
              + Counts.NUMBER
              + ")? (?!"
              + NOT_THINGS
              + ")(?:"
              + one("kinds")
              + "[ -]){0,2}(?!"
              + NOT_THINGS
              + ")[\\p{L}-]{3,}s)(?= ?(?:[,.;:?!)]|$)| "
              + one("after")
              + "(?![\\p{L}]))");

  private static String one(String list) {
    return COUNTED.getOrDefault(list, List.of()).stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var often = found(SAID, 0, sentence, .85);
    return often
        .or(() -> found(OWN, 1, sentence, .6))
        .or(() -> found(OWN_GERMAN, 1, sentence, .6))
        .or(() -> found(AREA, 1, sentence, .6))
        .stream();
  }

  private static Optional<Fact> found(
      Pattern pattern, int group, Sentence sentence, double confidence) {
    var matcher = pattern.matcher(sentence.text());
    return matcher.find() && !TeamSize.isPeople(matcher.group(group))
        ? Optional.of(
            new Fact(
                PATH, FieldValue.text(matcher.group(group).strip()), sentence.text(), confidence))
        : Optional.empty();
  }
}
