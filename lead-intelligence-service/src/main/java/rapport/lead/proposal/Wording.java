package rapport.lead.proposal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what a page says to its readers into what one of them would say. */
final class Wording {

  private static final int LONGEST_NEED = 110;
  private static final int SHORTEST_NEED = 35;
  private static final Pattern CLAUSE =
      Pattern.compile("[;:–—]\\s|\\s[–—-]\\s|,\\s(?:so|and|which|with|while|because)\\s");
  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?iu)^[\"“„«]?(?:we|i|our|my|since we)(?:'|’|\\b).*");

  private Wording() {}

  /** A sentence without its end, cut at a clause when it is long. */
  static String need(String sentence) {
    var text = sentence.replaceAll("[.!…]+$", "").strip();
    if (text.length() <= LONGEST_NEED) {
      return text;
    }
    var clause = CLAUSE.matcher(text);
    while (clause.find()) {
      if (clause.start() >= SHORTEST_NEED && clause.start() <= LONGEST_NEED) {
        return text.substring(0, clause.start());
      }
    }
    return text;
  }

  /** What is promised as a question of somebody who wants it; empty when it cannot be turned. */
  static Optional<String> asked(String sentence) {
    var text = need(sentence);
    var first = text.split("[\\s,]", 2)[0];
    if (!Audience.isWhole("imperative", first) || text.contains("?")) {
      return Optional.empty();
    }
    return Optional.of("How can we " + inner(turned(text)) + "?");
  }

  /** Seen by the reader: {@code your} becomes {@code our}. */
  private static String turned(String text) {
    return text.replaceAll("(?i)\\byour\\b", "our")
        .replaceAll("(?i)\\byours\\b", "ours")
        .replaceAll("(?i)\\byourself|yourselves\\b", "ourselves")
        .replaceAll(
            "(?i)\\b(for|to|with|by|from|of|gives?|shows?|sends?|tells?|lets?) you\\b", "$1 us")
        .replaceAll("(?i)\\byou\\b", "we");
  }

  /** As it stands within a sentence. */
  static String inner(String text) {
    var word = text.split("\\s", 2)[0];
    var isName =
        word.length() > 1 && !word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
    return isName || text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** As a name. */
  static String outer(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Whether a customer speaks of themselves. */
  static boolean isFirstPerson(String sentence) {
    return FIRST_PERSON.matcher(sentence).matches();
  }

  static String unquoted(String sentence) {
    return sentence.replaceAll("^[\"“„«‘']+|[\"”“»’']+$", "").strip();
  }
}
