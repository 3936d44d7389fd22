package rapport.conversation.understanding.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Words found again in the text they are said to be from.
 *
 * @param start their first character in the text
 * @param end the first character after them
 * @param words as they stand in the text
 */
record Quotation(int start, int end, String words) {

  /**
   * Finds whole words in a text. Upper and lower case, kinds of white space and of quotation marks
   * make no difference, since models change them.
   *
   * @return empty when the text does not have them, or they are blank
   */
  static Optional<Quotation> of(String words, String text) {
    var wanted = plain(words.strip());
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    var in = plain(text);
    for (var at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + 1)) {
      var end = at + wanted.length();
      if (boundary(in, at) && boundary(in, end)) {
        return Optional.of(new Quotation(at, end, text.substring(at, end)));
      }
    }
    return Optional.empty();
  }

  boolean overlaps(Quotation other) {
    return start < other.end && other.start < end;
  }

  boolean contains(Quotation other) {
    return start <= other.start && other.end <= end;
  }

  /** The same place in the text that this is a part of. */
  Quotation within(Quotation whole) {
    return new Quotation(whole.start + start, whole.start + end, words);
  }

  private static boolean boundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** As long as the text, character by character, so that places stay the same. */
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (var at = 0; at < text.length(); at++) {
      plain.append(plain(text.charAt(at)));
    }
    return plain.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201b', '\u02bc' -> '\'';
      case '\u201c', '\u201d', '\u201e' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u00a0', '\u202f', '\t', '\n', '\r' -> ' ';
      default -> lower(c);
    };
  }

  private static char lower(char c) {
    var lower = String.valueOf(c).toLowerCase(Locale.ROOT);
    return lower.length() == 1 ? lower.charAt(0) : c;
  }
}
