package rapport.conversation.understanding.embedded;

import rapport.contracts.FieldValue;

/** What some words are as the answer to a field. */
sealed interface Reply {

  /**
   * Its value.
   *
   * @param value in canonical form
   * @param quote the words it was understood from
   * @param confidence from 0 to 1
   */
  record Given(FieldValue value, Span quote, double confidence) implements Reply {}

  /** Meant for the field, but cannot be its value. */
  record Unfit(String code) implements Reply {}

  /** No answer at all. */
  record Nothing() implements Reply {}
}
