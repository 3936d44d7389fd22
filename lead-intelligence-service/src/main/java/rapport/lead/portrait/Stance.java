package rapport.lead.portrait;

import java.util.Locale;
import java.util.regex.Pattern;

/** How somebody stands to another supplier they name. */
public enum Stance {
  /** Wants to get away from it. */
  LEAVING(
      "(?:switch|mov|migrat|com|chang)\\w*(?: over| away)? from|replac\\w*|leav(?:e|ing)|instead of"
          + "|(?:unhappy|frustrated|fed up|annoyed|disappointed) (?:with|by)|get rid of|had enough of"),
  /** Weighs it against us. */
  COMPARING(
      "compar\\w*|versus|vs\\.?|alternatives? to|evaluat\\w*|shortlist\\w*|considering|looking at"
          + "|looked at|talk\\w* to|(?:better|cheaper|different|faster|easier|more|less) (?:\\w+ )?(?:than|from)"
          + "|quote from|offer from|demo (?:of|from|with)"),
  /** Has it today. */
  USING("(?:use|using|used|on|with|have|run|running|current(?:ly)?|our|still|already|pay\\w*)"),
  /** Only names it. */
  MENTIONED("");

  private final Pattern words;

  Stance(String words) {
    this.words = Pattern.compile("(?iu)(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
  }

  /** The stance a sentence shows. */
  public static Stance in(String sentence) {
    for (var stance : values()) {
      if (stance == MENTIONED || stance.words.matcher(sentence).find()) {
        return stance;
      }
    }
    return MENTIONED;
  }

  /** In lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
