package rapport.lead.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import rapport.lead.text.Sentence;

/**
 * Other suppliers the visitor has, had, or compares with: names after words such as "switching
 * from". A well-known tool that is merely in use is part of the stack, not a competitor.
 */
public final class Competitors {

  private static final String NAME =
      "(?-i:[A-Z][\\p{L}\\p{N}&'.-]*[\\p{L}\\p{N}](?: (?:& )?[A-Z][\\p{L}\\p{N}&'-]+){0,2})";
  private static final String FILL =
      "(?: (?:the|our|their|your|old|current|both|from|to|with|already|at|moment|people|guys))*";
  private static final String MORE = "(?:(?:,| and| or|, and|, or) (" + NAME + "))?";

  private static final Pattern COMPARED =
      cue(
          "(?:switch(?:ing|ed)?|mov(?:e|ed|ing)|migrat(?:e|ed|ing)|com(?:e|ing)|chang(?:e|ing))"
              + "(?: over| away)? from|compar(?:e|es|ed|ing|ison) (?:you )?(?:to|with|against)|vs\\.?"
              + "|versus|(?:better|cheaper|different|faster|easier|more|less|other)(?: \\w+)?"
              + " (?:than|from)|alternatives? to|instead of|replac(?:e|es|ed|ing)|leav(?:e|ing)"
              + "|(?:unhappy|happy|frustrated|fed up|contract|quote|offer|call|demo) (?:with|from|of)"
              + "|(?:contract|licen[cs]e|subscription|renewal) with|go(?:ing)? back to"
              + "|you (?:and|or)|th(?:an|at) what|of what|against|looking at|looked at"
              + "|evaluat(?:ed|ing)|talk(?:ing|ed) to|considering|shortlist(?:ed|ing)?|competitor"
              + "|offered by|rival|than");
  private static final Pattern USED =
      cue(
          "today (?:on|with|in|using)|(?:piloting|trial(?:l)?ing|trying out|testing)"
              + "|we (?:now )?use(?: now| today)?,|(?:currently|presently|now|still|already|so far)(?: on| with| in"
              + "| using| use| pay| paying| have)?|(?:we|i|they)(?:'re|'m|'ve| are| am| have)? (?:on|with|using"
              + "|use|used|tried|had|run|running|pay|paying|been using|been on|been with)"
              + "|(?:working|work|run(?:ning)?|managed|stuck) (?:on|with|in)|live (?:on|with)"
              + "|(?:our|my) (?:current|old|existing|present|previous) [\\p{L}-]+|(?:our|current|existing|old) (?:tool|system|provider|vendor|supplier|software"
              + "|platform)(?: is| was|,)?");

  private static final Pattern DID =
      Pattern.compile(
          "(?u)(?<![\\p{L}\\p{N}])("
              + NAME
              + ") (?:quoted|charge[sd]?|want(?:s|ed)|offer(?:s|ed)|asks? for|does the same|do the same|(?:is|are|was|were) (?:\\w+ )?(?:cheaper|faster|better|half))(?![\\p{L}])");

  private static final Set<String> NOT_NAMES =
      Set.of(
          "i",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "europe",
          "germany",
          "france",
          "spain",
          "italy",
          "austria",
          "switzerland",
          "poland",
          "portugal",
          "netherlands",
          "belgium",
          "england",
          "scotland",
          "ireland",
          "uk",
          "usa",
          "us",
          "eu",
          "america",
          "canada",
          "london",
          "berlin",
          "paris",
          "madrid",
          "lisbon",
          "vienna",
          "zurich",
          "hamburg",
          "munich",
          "english",
          "german",
          "french",
          "spanish",
          "java",
          "christmas",
          "easter",
          "black friday",
          "the",
          "a",
          "it",
          "we",
          "they",
          "he",
          "she",
          "you",
          "this",
          "that",
          "who",
          "nobody",
          "somebody");

  private Competitors() {}

  private static Pattern cue(String cues) {
    return Pattern.compile(
        "(?iu)(?<![\\p{L}\\p{N}])(?:" + cues + ")" + FILL + " \\(?(" + NAME + ")" + MORE);
  }

  /** The names in a message, in their order, without repetition. */
  public static List<String> in(String message) {
    var names = new ArrayList<String>();
    for (var sentence : Sentence.of(message)) {
      find(COMPARED, sentence.text(), names, true);
      find(USED, sentence.text(), names, false);
      find(DID, sentence.text(), names, false);
    }
    return names.stream().distinct().toList();
  }

  private static void find(Pattern pattern, String text, List<String> names, boolean compared) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (var group = 1; group <= matcher.groupCount(); group++) {
        var name = matcher.group(group);
        if (name != null && isName(name) && (compared || TechStack.NAMES.in(name).isEmpty())) {
          names.add(name);
        }
      }
    }
  }

  private static boolean isName(String name) {
    var shouted = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() < 5;
    return !shouted && !NOT_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
