package rapport.conversation.value;

/**
 * A word, number or sign of a text.
 *
 * @param kind what it is
 * @param lower the text in lower case, quotes and dashes in their plain form
 * @param start first character in the text
 * @param end first character after it
 */
public record Token(Kind kind, String lower, int start, int end) {

  /** What a token can be. */
  public enum Kind {
    /** Letters, and digits and apostrophes among them. */
    WORD,
    /** Digits that stand for an amount. */
    NUMBER,
    /** Digits of a date, a telephone number, a ticket: not an amount. */
    CODE,
    /** Any other character. */
    SIGN,
    /** The end of a line, or of the text. */
    BREAK
  }

  public boolean is(String text) {
    return lower.equals(text);
  }

  public boolean word() {
    return kind == Kind.WORD;
  }
}
