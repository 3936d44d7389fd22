package rapport.conversation.summary;

/** What a place in a sentence pattern asks of the value that goes there. */
public enum Form {
  /** A whole sentence. */
  SENTENCE,
  /** What one person does: "compares three offers". */
  DOES,
  /** The same of several, or of somebody addressed: "compare three offers". */
  DO,
  /** What one person is like: "slow to switch tools". */
  HOW,
  /** To which degree: "very". */
  MUCH,
  /** Agreement, in whatever words. */
  YES,
  /** Denial, in whatever words. */
  NO,
  /** With its preposition: "through procurement". */
  AT,
  /** A place, given a preposition when it has none. */
  PLACE,
  /** A thing or several. */
  THINGS,
  /** The same where names are frequent, so that capitals are kept. */
  NAMES,
  /** Several things, never one. */
  MANY,
  /** One thing with its article. */
  A,
  /** Things in their order, nothing left out. */
  STEPS,
  /** Any words at all, after a colon. */
  ANY,
  /** An option in the middle of a sentence, without its article. */
  OPTION,
  /** What follows the first comma of a name, with its article. */
  TITLE,
  /** A plain number or a range. */
  NUMBER,
  /** A number or a range and what is counted. */
  COUNT,
  /** An amount of money. */
  AMOUNT,
  /** A length of time. */
  DURATION,
  /** Of a list, what is liked. */
  LIKES,
  /** Of a list, what is disliked. */
  DISLIKES,
  /** Of a list, what is neither said to be liked nor disliked. */
  POINTS;

  /** Whether the sentence says it all, and the value adds no words. */
  boolean silent() {
    return this == YES || this == NO;
  }

  /** How loosely words sit in their place: 0 when they fit it, 2 when any words would do. */
  int looseness() {
    return this == ANY ? 2 : this == STEPS ? 1 : 0;
  }
}
