package rapport.conversation.understanding.embedded;

/**
 * How sure the interpreter is, by the kind of evidence: the share of such values that were right on
 * the development set ({@code deploy/evaluate answers} shows it by bins).
 */
final class Confidence {

  /** An option or a yes, as if it had been tapped. */
  static final double PICKED = 1.0;

  /** A typed value that the message itself gives to the field. */
  static final double TYPED_AND_NAMED = 0.97;

  /** A typed value for the field that was asked, or an option among other words. */
  static final double TYPED_AND_ASKED = 0.95;

  /** A typed value that only one kind of field can mean. */
  static final double TYPED = 0.93;

  /** Words that the message itself gives to the field. */
  static final double NAMED = 0.92;

  /** Words for the field that was asked. */
  static final double ASKED = 0.91;

  /** Words that say what they are: a job title, a degree. */
  static final double RECOGNISED = 0.86;

  /** Words left over beside other answers. */
  static final double LEFT_OVER = 0.6;

  /** A typed value that several fields may mean alike. */
  static final double UNCLEAR = 0.45;

  /** Below this nothing is written. */
  static final double LEAST = 0.55;

  private Confidence() {}
}
