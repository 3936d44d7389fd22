package rapport.conversation.value;

import rapport.contracts.FieldValue;

/**
 * A typed value found in a text.
 *
 * @param kind what it is
 * @param value in canonical form
 * @param start first character in the text
 * @param end first character after it
 * @param unit what is counted, in lower case, for {@link Kind#COUNT}; otherwise empty
 */
public record Found(Kind kind, FieldValue value, int start, int end, String unit) {

  public Found(Kind kind, FieldValue value, int start, int end) {
    this(kind, value, start, end, "");
  }

  /** What can be found. */
  public enum Kind {
    /** A number or range without a unit. */
    NUMBER,
    MONEY,
    PERCENT,
    DURATION,
    AGE,
    /** A number or range of things or people. */
    COUNT,
    EMAIL,
    PHONE,
    URL
  }
}
