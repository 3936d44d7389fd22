package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text with the places where its parts begin. */
record Tokens(String text, List<Token> all) {

  private static final Pattern WORD =
      Pattern.compile(
          "[$€£]?\\d+(?:,\\d{3})+(?!\\d)|[\\p{L}\\p{N}$€£%][\\p{L}\\p{N}\\p{M}'’&/+.$€£%-]*");
  private static final Pattern BREAK = Pattern.compile(".*[,;:(–—].*|.*\\s-\\s.*", Pattern.DOTALL);

  /**
   * @param word in lower case
   * @param begins whether a part of the text begins with it
   * @param start its place in the text
   */
  record Token(String word, String written, boolean begins, int start, int end) {}

  static Tokens of(String text, Locale locale) {
    var tokens = new ArrayList<Token>();
    var words = WORD.matcher(text);
    var end = 0;
    while (words.find()) {
      var written = words.group().replaceAll("[.'’/-]+$", "");
      var begins = tokens.isEmpty() || BREAK.matcher(text.substring(end, words.start())).matches();
      var word = written.toLowerCase(locale).replace('’', '\'');
      end = words.start() + written.length();
      tokens.add(new Token(word, written, begins, words.start(), end));
    }
    return new Tokens(text, tokens);
  }

  int size() {
    return all.size();
  }

  boolean has(int index) {
    return index < all.size();
  }

  Token at(int index) {
    return all.get(index);
  }

  String word(int index) {
    return has(index) ? all.get(index).word() : "";
  }

  /** Whether the words end here, or the part they belong to does. */
  boolean endsBefore(int index) {
    return !has(index) || at(index).begins();
  }

  /**
   * How many words from here on make up the longest of these phrases of at most four words; or 0.
   */
  int match(int from, Set<String> phrases) {
    for (var length = Math.min(4, size() - from); length > 0; length--) {
      var words = all.subList(from, from + length).stream().map(Token::word).toList();
      if (phrases.contains(String.join(" ", words))) {
        return length;
      }
    }
    return 0;
  }
}
