package rapport.conversation.understanding;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Expressions that mean the same wherever they stand, as English has them. */
final class Expressions {

  private static final String ABOUT =
      "(?:(?:about|around|roughly|some|over|up to|nearly|almost|maybe|at least|between) )?";
  private static final String NUMBER = "\\d[\\d.,]*k?\\+?(?: ?(?:-|–|to|and) ?\\d[\\d.,]*k?)?";
  private static final String THINGS =
      "(?:(?!(?:hours?|minutes?|days?|weeks?|months?|euros?|dollars?|people|of)\\b)[\\p{L}'-]+"
          + " ){1,3}?";
  private static final String EACH =
      "(?:(?:a|an|per|each|every) (?:hour|day|night|week|month|quarter|year)"
          + "|hourly|daily|weekly|monthly|yearly)";
  private static final String UNIT = "(?:hour|day|night|week|month|quarter|year)";
  private static final String MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december";
  private static final String SEASON =
      "(?:(?:this|next|the|our|of)"
          + " ){0,2}(?:week|month|quarter|year|spring|summer|autumn|fall|winter"
          + "|christmas|easter|q[1-4]|"
          + MONTH
          + ")";

  private static final Map<String, Pattern> KINDS =
      Map.of(
          "rate",
          whole(ABOUT + NUMBER + " (?:" + THINGS + EACH + "|[\\p{L}'-]+ ?/ ?" + UNIT + ")"),
          "by_when",
          whole(
              "(?:(?:by|before|until|within) (?:(?:the )?(?:end|beginning|start|middle) )?"
                  + SEASON
                  + "|(?:within|in) (?:the next )?(?:\\d+|a few|a couple of|two|three|four|six)"
                  + " (?:days|weeks|months)"
                  + "|(?:by )?(?:the )?(?:end|beginning|start|middle) of "
                  + SEASON
                  + "|(?:in )?(?:next|this)"
                  + " (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|in (?:"
                  + MONTH
                  + ")|asap|as soon as possible|right away)"));

  private Expressions() {}

  private static Pattern whole(String words) {
    return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}$€£])(?:" + words + ")(?![\\p{L}\\p{N}])");
  }

  /** The first expression of that kind in a text, as it was written. */
  static Optional<String> of(String kind, String text) {
    var pattern = KINDS.get(kind);
    if (pattern == null) {
      return Optional.empty();
    }
    var found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
  }
}
