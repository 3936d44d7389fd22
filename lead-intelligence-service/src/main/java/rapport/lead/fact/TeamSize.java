package rapport.lead.fact;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Counts;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** How many people there are: "10 of us", "a 200-person company", "between 50 and 60 staff". */
final class TeamSize implements FactRule {

  static final String PATH = "company.size";

  private static final String NUMBER =
      "(" + Counts.NUMBER + ")(?: ?(?:-|–|to|and|or) ?(" + Counts.NUMBER + "))?";
  private static final String PEOPLE =
      "(?:people|ppl|persons?|employees?|staff|colleagues|heads|headcount|ftes?|folks|team members"
          + "|members of staff|agents|developers|devs|engineers|coders|reps|seats|users|teachers"
          + "|nurses|lawyers|attorneys|drivers|technicians|techs|mechanics|carers|waiters|waitresses|therapists|instructors|clerks|consultants|designers|workers"
          + "|associates|recruiters|dentists|stylists|trainers|founders|bookkeepers|accountants|cooks|cleaners|blokes|lads|electricians|plumbers|fitters"
          + "|chefs|guards|logins|strong|man(?= team)|of us)";
  private static final String KIND =
      "(?:(?!(?:hours?|days?|weeks?|months?|years?|for|of|to) )[\\p{L}-]+ )?";

  private static final List<Pattern> SAID =
      List.of(
          Cues.anyOf(
              List.of(
                  NUMBER
                      + "(?:-| |\\+ )(?:or so |odd |ish )?"
                      + KIND
                      + PEOPLE
                      + "(?! (?:a|per|each|every) )")),
          Cues.anyOf(
              List.of(
                  "(?:team|staff|company|crew|department|firm|business|studio|practice|office|agency|group|lab|clinic) of (?:about |around |roughly"
                      + " |only |just |over |some |maybe |nearly )?"
                      + NUMBER)),
          Cues.anyOf(
              List.of(
                  "we(?:'re| are) (?:about |around |roughly |only |just |over |currently |now |still"
                      + " |nearly )?"
                      + NUMBER
                      + "(?= in (?:total|all|the)|[,.!;]| now| today| and |$)")));

  private static final Pattern ALONE =
      Cues.anyOf(
          List.of(
              "(?:it'?s )?(?:just|only) me",
              "on my own",
              "(?:run|do) (?:[\\p{L}-]+ ){1,4}(?:by|all by) myself",
              "(?:one|1)[- ](?:man|woman|person) (?:show|band|business|company|shop)",
              "solo (?:founder|developer|dev|practitioner|freelancer|business|operator)",
              "self[- ]employed",
              "sole trader",
              "solopreneur",
              "i work alone"));

  private static final Pattern AND_ANOTHER =
      Cues.anyOf(
          List.of(
              "(?:just|only) me and (?:my|an?) (?!(?:team|staff|colleagues)(?![\\p{L}]))[\\p{L}-]+",
              "(?:just|only) (?:my )?(?:wife|husband|sister|brother|partner|friend) and (?:me|i|myself)"));

  private static final Pattern AND_OTHERS =
      Cues.anyOf(
          List.of(
              "me(?: and|,| plus| ?\\+) ("
                  + Counts.NUMBER
                  + ") (?:others?|more|"
                  + PEOPLE.substring(3)));
  private static final Pattern ENDS_WITH_PEOPLE = Pattern.compile("(?iu)(?:^|.* )" + PEOPLE + "$");

  /** Whether such an amount is one of people: "four instructors". */
  static boolean isPeople(String amount) {
    return ENDS_WITH_PEOPLE.matcher(amount).matches();
  }

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var text = sentence.text();
    for (var pattern : SAID) {
      var matcher = pattern.matcher(text);
      while (matcher.find()) {
        var size = size(matcher.toMatchResult());
        if (!size.isEmpty()) {
          return Stream.of(new Fact(PATH, FieldValue.text(size), text, .9));
        }
      }
    }
    var others = AND_OTHERS.matcher(text);
    if (others.find() && Counts.of(others.group(1)).isPresent()) {
      var all = Long.toString(Counts.of(others.group(1)).getAsLong() + 1);
      return Stream.of(new Fact(PATH, FieldValue.text(all), text, .7));
    }
    if (AND_ANOTHER.matcher(text).find()) {
      return Stream.of(new Fact(PATH, FieldValue.text("2"), text, .7));
    }
    return ALONE.matcher(text).find()
        ? Stream.of(new Fact(PATH, FieldValue.text("1"), text, .7))
        : Stream.empty();
  }

  private static String size(MatchResult match) {
    var low = Counts.of(match.group(1));
    var high = match.group(2) == null ? OptionalLong.empty() : Counts.of(match.group(2));
    if (low.isEmpty() || low.getAsLong() == 0) {
      return "";
    }
    return high.isPresent() && high.getAsLong() > low.getAsLong()
        ? low.getAsLong() + "-" + high.getAsLong()
        : Long.toString(low.getAsLong());
  }
}
