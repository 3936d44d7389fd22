package rapport.conversation.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognises an option of a choice in other spellings of it, and in the trade's words for it. */
public final class Options {

  private static final Map<String, List<String>> TRADE =
      Map.of(
          "b2b", List.of("business to business", "b to b", "business"),
          "b2c", List.of("business to consumer", "b to c", "consumer", "consumers", "d2c"),
          "end user", List.of("user", "users"),
          "economic buyer", List.of("economic"),
          "technical buyer", List.of("technical"));

  private Options() {}

  /** The option that these words name as a whole. */
  public static Optional<String> match(Collection<String> options, String words) {
    var wanted = plain(words);
    return options.stream().filter(option -> spellings(option).contains(wanted)).findFirst();
  }

  /** All plain spellings of an option, in lower case, without signs. */
  public static List<String> spellings(String option) {
    var plain = plain(option);
    var spellings = new ArrayList<>(List.of(plain, plain.replace(" ", "")));
    spellings.addAll(TRADE.getOrDefault(plain, List.of()));
    spellings.add(plain + "s");
    return spellings;
  }

  private static String plain(String words) {
    var plain = new StringBuilder();
    words
        .codePoints()
        .map(point -> Character.isLetterOrDigit(point) ? point : ' ')
        .forEach(plain::appendCodePoint);
    return String.join(" ", plain.toString().toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }
}
