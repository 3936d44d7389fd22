package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The words of a text with the places where its parts begin. */
record Tokens(String text, List<Token> all) {

  /**
   * @param word in lower case, unless it means something else in capitals
   * @param begins whether a part of the text begins with it
   * @param start its place in the text
   */
  record Token(String word, String written, boolean begins, int start, int end) {}

  static Tokens of(String text, Locale locale) {
    return of(text, locale, _ -> false);
  }

  /**
   * @param differs whether a word means something else when it is written in capitals
   */
  static Tokens of(String text, Locale locale, Predicate<String> differs) {
    var tokens = new ArrayList<Token>();
    var scanner = new WordScanner(text);
    var end = 0;
    while (scanner.next()) {
      var start = scanner.start();
      var begins = tokens.isEmpty() || WordScanner.parts(text, end, start);
      end = scanner.end();
      var written = text.substring(start, end);
      var word = written.toLowerCase(locale).replace('’', '\'');
      var name = differs.test(word) && written.equals(word.toUpperCase(locale));
      tokens.add(new Token(name ? written : word, written, begins, start, end));
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

  /** How many words from here on make up the longest of these phrases; or 0. */
  int match(int from, PhraseSet phrases) {
    for (var length = Math.min(phrases.longest(word(from)), size() - from); length > 0; length--) {
      if (phrases.contains(words(from, length))) {
        return length;
      }
    }
    return 0;
  }

  private String words(int from, int length) {
    var words = new StringBuilder(word(from));
    for (var i = from + 1; i < from + length; i++) {
      words.append(' ').append(word(i));
    }
    return words.toString();
  }
}
