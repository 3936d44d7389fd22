package rapport.lead.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.lead.text.CommonWords;
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

  private static final String COMPARING =
      "(?:switch(?:ing|ed)?|mov(?:e|ed|ing)|migrat(?:e|ed|ing)|chang(?:e|ing))"
          + "(?: over| away)? (?:from|off)|compar(?:e|es|ed|ing|ison) (?:you )?(?:to|with|against)|vs\\.?"
          + "|versus|(?:better|cheaper|different|faster|easier|more|less|other)(?: \\w+)?"
          + " (?:than|from)|alternatives? to|instead of|replac(?:e|es|ed|ing)|leav(?:e|ing)"
          + "|(?:unhappy|happy|frustrated|fed up|contract|quote|offer|call|demo) (?:with|from|of)"
          + "|(?:contract|licen[cs]e|subscription|renewal) with|go(?:ing)? back to"
          + "|you (?:and|or)|th(?:an|at) what|of what|against|looking at|looked at"
          + "|evaluat(?:ed|ing)|talk(?:ing|ed) to|considering|shortlist(?:ed|ing)?|competitor"
          + "|offered by|rival|than";
  private static final String USING =
      "today (?:on|with|in|using)|(?:piloting|trial(?:l)?ing|trying out|testing)"
          + "|we (?:now )?use(?: now| today)?,|(?:currently|presently|now|still|already|so far)(?: on| with| in"
          + "| using| use| pay| paying| have)?|(?:we|i(?!(?:'m| am) with )|they)(?:'re|'m|'ve| are| am| have)?(?: currently| now| still| already| just| only)? (?:on|with|using"
          + "|use|used|tried|had|run|running|pay|paying|been using|been on|been with)"
          + "|(?:atm|rn|right now|at the moment) (?:on|with|using)|(?<!you )(?<!u )(?:working|work|run(?:ning)?|managed|stuck) (?:on|with|in)|live (?:on|with)"
          + "|(?:our|my) (?:current|old|existing|present|previous) [\\p{L}-]+|(?:our|current|existing|old) (?:tool|system|provider|vendor|supplier|software"
          + "|platform)(?: is| was|,)?";

  private static final Pattern COMPARED = cue(COMPARING);
  private static final Pattern USED = cue(USING);

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

  /** As somebody made it up, with or without a capital; nothing like "the" stands before it. */
  private static final String MADE_UP = "([\\p{L}]{5,}(?-i: [A-Z][\\p{L}]+)?)";

  private static final Pattern MADE_UP_OBJECT =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:"
              + COMPARING
              + "|"
              + USING
              + "|com(?:e|es|ing) from|(?:should|could|to) (?:get|buy|use|try|take)"
              + "|(?:guys?|people|fellow|rep|folks|ones?) (?:at|from)|same (?:\\w+ )?as|up against"
              + "|(?:done|made|supplied) by|theirs? from|(?:an?|the|our|my) [\\p{L}-]+ (?:from|with)"
              + "|(?:have|got|had|came|buy|bought) (?:now )?(?:\\w+ )?from|the \\w+ one,)"
              + "(?: (?:now|already|both|at the moment))? "
              + MADE_UP
              + "(?:(?:,| and| or| vs\\.?) "
              + MADE_UP
              + ")?");

  /** Who did to them what suppliers do: "brindlecart told us". */
  private static final Pattern MADE_UP_SUBJECT =
      Pattern.compile(
          "(?iu)(?:^|[,;:(] ?|(?<![\\p{L}])(?:and|but|because|since|so|that|what|of|than) )"
              + MADE_UP
              + " (?:quoted?|told (?:us|me)|charge[sd]?|want(?:s|ed)? (?:[$€£\\d]|us|me|double|more)|asks? for"
              + "|ma[dk]es? (?:us|me)|takes? (?:[$€£\\d]|from)|(?:does|do|did) (?:it|the same|that|this)"
              + "|offer(?:s|ed)|promised?|says|said|lets? (?:us|me)|(?:gave|sent|gives) (?:us|me)"
              + "|keeps? (?:\\w+ing)|crash(?:es|ed))"
              + "(?![\\p{L}])");

  /** A new word with a capital inside a sentence is a name, and mostly one of a supplier. */
  private static final Pattern CAPITAL =
      Pattern.compile("(?<=[\\p{L}\\p{N},)] )(\\p{Lu}[\\p{L}]{3,}(?: \\p{Lu}[\\p{L}]+)?)");

  /** Before names of places, people and their own firm. */
  private static final Pattern NO_SUPPLIER_BEFORE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:in|near|around|to|de|da|di|of|friends|breed|live[sd]?|going|we(?:'re| are)|(?:i'm|i am|im|here)"
              + " (?:at|with|from)?|(?:name|employer|account|company|firm|this) is|called|(?:sur)?name|mr|mrs|ms|dr|hi|hello|dear|does|do|can)(?: the)? $");

  private static final int MOST_NEW_WORDS = 2;

  /** Where these are said, every noun has a capital, or is new to English. */
  private static final Pattern NOT_ENGLISH =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:und|der|das|ist|wir|ich|nicht|mit|für|ein|eine[nmr]?|auf|bei|von|zum|zur|haben|sind"
              + "|dem|den|im|el|los|las|para|una|que|por|nos|es|del)(?![\\p{L}])");

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
      findMadeUp(MADE_UP_OBJECT, sentence.text(), names);
      findMadeUp(MADE_UP_SUBJECT, sentence.text(), names);
      findCapitals(sentence.text(), names);
    }
    return names.stream().filter(name -> isLongest(name, names)).distinct().toList();
  }

  private static void find(Pattern pattern, String text, List<String> names, boolean compared) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (var group = 1; group <= matcher.groupCount(); group++) {
        var name = matcher.group(group);
        if (name != null
            && isName(name)
            && (matcher.start(group) > 0 || isMadeUp(name))
            && (compared || TechStack.NAMES.in(name).isEmpty())) {
          names.add(name);
        }
      }
    }
  }

  private static void findMadeUp(Pattern pattern, String text, List<String> names) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (var group = 1; group <= matcher.groupCount(); group++) {
        var name = matcher.group(group);
        if (name != null && isMadeUp(name) && TechStack.NAMES.in(name).isEmpty()) {
          names.add(name);
        }
      }
    }
  }

  private static void findCapitals(String text, List<String> names) {
    var found = CAPITAL.matcher(text).results().filter(name -> isMadeUp(name.group())).toList();
    var words = Stream.of(text.split("[^\\p{L}]+")).filter(CommonWords::isMadeUp).count();
    if (words > MOST_NEW_WORDS || NOT_ENGLISH.matcher(text).find()) {
      return;
    }
    for (var name : found) {
      var before = text.substring(0, name.start());
      if (!NO_SUPPLIER_BEFORE.matcher(before).find()
          && !TechStack.isUsedWith(before)
          && TechStack.NAMES.in(name.group()).isEmpty()) {
        names.add(name.group());
      }
    }
  }

  private static boolean isMadeUp(String name) {
    var space = name.indexOf(' ');
    return CommonWords.isMadeUp(space < 0 ? name : name.substring(0, space));
  }

  private static boolean isLongest(String name, List<String> names) {
    return names.stream()
        .noneMatch(other -> other.length() > name.length() && other.startsWith(name + " "));
  }

  private static boolean isName(String name) {
    var shouted = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() < 5;
    return !shouted && !NOT_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
