package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.conversation.value.Token;
import rapport.conversation.value.Tokens;

/** Tells words from keys that somebody just hits: "asdfgh", "qwertz uiop", "aaaaaaa". */
final class Keys {

  /** Nobody hits keys for long. */
  private static final int MOST_WORDS = 5;

  /** Abbreviations such as "html" have fewer consonants in a row. */
  private static final int MOST_CONSONANTS = 5;

  /** As many neighbours in a row as no word has, but "were", "power" and "tree". */
  private static final int NEIGHBOURS = 4;

  private static final Pattern LATIN = Pattern.compile("[a-z]+");
  private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
  private static final Pattern SAME = Pattern.compile("(.)\\1{3,}");

  /** Rows of the keyboard as they are hit one after the other, those of words left out. */
  private static final List<String> ROWS =
      List.of("qwertz", "qwerty", "uiop", "tzui", "yuio", "asdfghjkl", "yxcvbnm", "zxcvbnm");

  private Keys() {}

  /** Whether there is nothing else in a message: at least one such word, and none that is one. */
  static boolean only(Tokens tokens) {
    var words =
        IntStream.range(0, tokens.size()).mapToObj(tokens::get).filter(Token::word).toList();
    var plain = IntStream.range(0, tokens.size()).mapToObj(tokens::get).allMatch(Keys::plain);
    return plain
        && !words.isEmpty()
        && words.size() <= MOST_WORDS
        && words.stream().anyMatch(word -> hit(word.lower()))
        && words.stream().allMatch(word -> hit(word.lower()) || vowelless(word.lower()));
  }

  /** Numbers and signs such as "@" mean something. */
  private static boolean plain(Token token) {
    return switch (token.kind()) {
      case WORD, BREAK -> true;
      case SIGN -> ".,;!?".contains(token.lower());
      case NUMBER, CODE -> false;
    };
  }

  private static boolean hit(String word) {
    return LATIN.matcher(word).matches()
        && (SAME.matcher(word).find()
            || (word.length() > MOST_CONSONANTS && vowelless(word))
            || rowHit(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean vowelless(String word) {
    return !VOWEL.matcher(word).find();
  }

  /** Whether the whole word goes along rows of keys. */
  private static boolean rowHit(String word) {
    return word.length() >= NEIGHBOURS && along(word).count() == word.length();
  }

  /** The letters that stand in a run of neighbours. */
  private static Stream<Integer> along(String word) {
    return IntStream.range(0, word.length())
        .filter(at ->
            IntStream.rangeClosed(Math.max(0, at - NEIGHBOURS + 1), at)
                .filter(from -> from + NEIGHBOURS <= word.length())
                .anyMatch(from ->
                    ROWS.stream()
                        .anyMatch(row -> row.contains(word.substring(from, from + NEIGHBOURS)))))
        .boxed();
  }
}
