package rapport.lead.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that were frequent in what the embedding model learnt from, some 24,000 of English. A
 * name that somebody made up for a product is hardly ever among them, however it is written.
 */
public final class CommonWords {

  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Pattern PIECE = Pattern.compile("\"([\\p{L}\\p{N}]+)\": ?\\d");
  private static final Set<String> WORDS = read();
  private static final int SHORTEST_NAME = 5;

  /** What is added to a word, and what is taken away for that. */
  private static final List<String> ENDINGS =
      List.of(
          "s", "es", "ed", "d", "ing", "er", "ers", "or", "ors", "ly", "y", "able", "est", "ness",
          "ment", "ist", "al", "ised", "ized", "ise", "ize");

  private static final List<String> BEGINNINGS = List.of("un", "re", "non", "pre", "over", "out");

  private CommonWords() {}

  private static Set<String> read() {
    try (var stream = CommonWords.class.getResourceAsStream(VOCABULARY)) {
      if (stream == null) {
        throw new IllegalStateException(VOCABULARY + " is missing");
      }
      return PIECE
          .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(piece -> piece.group(1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a word looks like a name that somebody made up: new, and of five letters or more, four
   * with a capital.
   */
  public static boolean isMadeUp(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var shortest = word.equals(lower) ? SHORTEST_NAME : SHORTEST_NAME - 1;
    return lower.length() >= shortest
        && lower.codePoints().allMatch(Character::isLetter)
        && !word.equals(word.toUpperCase(Locale.ROOT))
        && !WORDS.contains(lower)
        && ENDINGS.stream().noneMatch(ending -> isFormed(lower, ending))
        && BEGINNINGS.stream()
            .noneMatch(begin ->
                lower.startsWith(begin) && WORDS.contains(lower.substring(begin.length())));
  }

  private static boolean isFormed(String word, String ending) {
    if (!word.endsWith(ending)) {
      return false;
    }
    var stem = word.substring(0, word.length() - ending.length());
    return WORDS.contains(stem)
        || WORDS.contains(stem + "e")
        || (stem.endsWith("i") && WORDS.contains(stem.substring(0, stem.length() - 1) + "y"))
        || WORDS.contains(stem.replaceFirst("(.)\\1$", "$1"));
  }
}
