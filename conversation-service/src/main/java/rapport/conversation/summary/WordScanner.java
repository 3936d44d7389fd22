package rapport.conversation.summary;

/**
 * Finds the words of a text one after the other. A word begins with a letter, a figure or the sign
 * of a currency; "R&amp;D", "24/7" and "1,250" are one word each.
 */
final class WordScanner {

  private static final String CURRENCIES = "$€£";
  private static final String BEGIN = CURRENCIES + "%";
  private static final String INSIDE = BEGIN + "'’&/+.-";
  private static final String NEVER_LAST = ".'’/-";
  private static final String BREAKS = ",;:(–—،؛";

  private final String text;
  private int start;
  private int end;
  private int next;

  WordScanner(String text) {
    this.text = text;
  }

  /** Moves to the next word; false when there is none. */
  boolean next() {
    for (start = next; start < text.length(); start += width(start)) {
      end = Math.max(grouped(start), word(start));
      if (end > start) {
        next = end;
        while (NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        return true;
      }
    }
    return false;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether a new part of the text begins between these places. */
  static boolean parts(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      var dash = c == '-' && i > from && i + 1 < to;
      if (BREAKS.indexOf(c) >= 0
          || (dash && isSpace(text.charAt(i - 1)) && isSpace(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Where a figure with separated thousands ends, or -1. */
  private int grouped(int from) {
    var i = CURRENCIES.indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    var digits = digits(i);
    if (digits == i) {
      return -1;
    }
    var last = -1;
    for (i = digits; i < text.length() && text.charAt(i) == ','; i += 4) {
      if (digits(i + 1) != i + 4) {
        break;
      }
      last = i + 4;
    }
    return last;
  }

  private int digits(int from) {
    var i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private int word(int from) {
    if (!begins(text.codePointAt(from))) {
      return -1;
    }
    var i = from + width(from);
    while (i < text.length() && continues(text.codePointAt(i))) {
      i += width(i);
    }
    return i;
  }

  private int width(int index) {
    return Character.charCount(text.codePointAt(index));
  }

  private static boolean begins(int c) {
    return Character.isLetter(c) || isNumber(c) || BEGIN.indexOf(c) >= 0;
  }

  private static boolean continues(int c) {
    return Character.isLetter(c) || isNumber(c) || isMark(c) || INSIDE.indexOf(c) >= 0;
  }

  private static boolean isNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
