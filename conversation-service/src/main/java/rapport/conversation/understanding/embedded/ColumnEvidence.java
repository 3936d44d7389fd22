package rapport.conversation.understanding.embedded;

/**
 * What shows that some words belong to a column.
 *
 * @param column the column
 * @param value the words without those that only lead to them
 * @param strength how sure it is
 */
record ColumnEvidence(Column column, Span value, Strength strength) {

  /** How sure it is that words belong to a column; the surest first. */
  enum Strength {
    /** They name it: "duration: two weeks". */
    NAMED,
    /** They can hardly mean anything else: "influenced by peers", "a month". */
    TOLD,
    /** Somebody acts who acts in this column: "they", "our team". */
    ACTED,
    /** They are of its kind: people, things. */
    KIND
  }

  boolean is(Strength other) {
    return strength == other;
  }
}
