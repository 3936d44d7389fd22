package rapport.lead.proposal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rapport.lead.text.Cues;
import rapport.lead.text.Terms;

/**
 * Words that name those a site speaks to, such as {@code growing startups}.
 *
 * @param phrase as the page has it
 */
record Audience(String phrase) {

  static final Cues CUES = Cues.read("/lead/audiences.txt");

  private static final int MOST_WORDS = 5;
  private static final String WORDS =
      "((?:[\\p{L}\\p{N}][\\p{L}\\p{N}'’&/-]*)(?:\\s+(?:and|or|&|of|in|with|the|[\\p{L}\\p{N}][\\p{L}\\p{N}'’&/-]*)){0,6})";
  private static final Pattern FOR = Pattern.compile("(?iu)(?:^|[\\s(])for\\s+" + WORDS);
  private static final Pattern SPOKEN_TO =
      Pattern.compile(
          "(?iu)\\b(?:helps?|helping|serves?|serving|trusted by|used by|loved by|designed for"
              + "|built for|made for|ideal for|perfect for|tailored to|works? with|whether you(?:"
              + "'|’)?(?: a)?re (?:an? )?|if you(?:'|’| a)re (?:an? )?|as an? )\\s*"
              + WORDS);
  private static final Pattern START =
      Pattern.compile(
          "(?iu)^(?:the|a|an|your|our|all|every|any|many|most|more than|over|hundreds of|thousands"
              + " of|other|busy|modern|today's|\\d[\\d.,]*\\+?|both|you are|you're)\\s+");
  private static final Pattern END =
      Pattern.compile(
          "(?iu)\\s+(?:up|under|between|who|that|which|to|from|at|on|by|since|when|where|because|so|but|as|than|into|with|in|of|of"
              + " all sizes|and|or|&|the|is|are|can|will|get|need|want|have|do|across"
              + "|through|without|worldwide|everywhere|alike)(?:\\s.*)?$");

  /** Those a heading or the label of a link names: all of it, or what follows {@code for}. */
  static Optional<Audience> inHeading(String heading) {
    var text = heading.replaceAll("\\s*[|–—:·].*$", "").strip();
    var after = FOR.matcher(text);
    while (after.find()) {
      var found = of(after.group(1));
      if (found.isPresent()) {
        return found;
      }
    }
    return text.endsWith("?") || text.endsWith(".") || isOne(text) ? Optional.empty() : of(text);
  }

  /** Those a heading names that stands in a list of them. */
  static Optional<Audience> inList(String heading) {
    var text = heading.replaceAll("\\s*[|–—:·].*$", "").strip();
    return text.split("\\s+").length <= MOST_WORDS
            && !text.matches(".*[?.!\\d].*")
            && !isOne(text)
            && !isWhole("utility", text)
        ? Optional.of(new Audience(text))
        : Optional.empty();
  }

  /** Whether it is a single thing, such as the name of a plan. */
  private static boolean isOne(String text) {
    return !text.contains(" ") && !text.endsWith("s") && !text.matches("(?i)people|staff|children");
  }

  /** Those a sentence names. */
  static List<Audience> inSentence(String sentence) {
    var found = new LinkedHashSet<Audience>();
    for (var pattern : List.of(SPOKEN_TO, FOR)) {
      pattern
          .matcher(sentence)
          .results()
          .forEach(match -> of(match.group(1)).ifPresent(found::add));
    }
    return List.copyOf(found);
  }

  private static Optional<Audience> of(String words) {
    var phrase = words.strip();
    for (var before = ""; !before.equals(phrase); ) {
      before = phrase;
      phrase = START.matcher(phrase).replaceFirst("");
    }
    if (!namesSomebody(phrase)) {
      phrase = END.matcher(phrase).replaceFirst("").strip();
    }
    return namesSomebody(phrase) ? Optional.of(new Audience(phrase)) : Optional.empty();
  }

  private static boolean namesSomebody(String phrase) {
    var words = List.of(phrase.split("\\s+"));
    return words.size() <= MOST_WORDS
        && (endsWith("people", phrase) || endsWith("organisations", phrase))
        && !isWhole("generic", phrase)
        && !isWhole("utility", phrase)
        && !CUES.in("imperative", words.getFirst());
  }

  private static boolean endsWith(String list, String text) {
    return CUES.all(list, text).stream().anyMatch(match -> match.end() == text.length());
  }

  /** Whether all of a text is something of the list. */
  static boolean isWhole(String list, String text) {
    return CUES.all(list, text).stream()
        .anyMatch(match -> match.start() == 0 && match.end() == text.length());
  }

  /** Whether a page of this name is about prices. */
  static boolean isPrices(String heading) {
    return heading.matches("(?iu).*\\b(?:pricing|prices|plans|rates|memberships?)\\b.*");
  }

  /** What two ways to name the same people have in common. */
  Set<String> key() {
    return new LinkedHashSet<>(Terms.of(phrase));
  }
}
