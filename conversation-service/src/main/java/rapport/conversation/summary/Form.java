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
  POINTS,

  // Forms that leave nothing out

  /** Whole sentences, as they are. */
  SENTENCES,
  /** What those a text is about do, in whatever way it was said: "they compare", "comparing". */
  DEEDS,
  /** What those a text is for are to do, in whatever way it was said: "we send", "sending". */
  TASKS,
  /** Things, each with the article it needs. */
  LIST,
  /** People and sources, each with the article it needs; names keep their capitals. */
  PEOPLE,
  /** What people of one kind are called together: "enterprise IT managers". */
  ROLES,
  /** Any words, after a colon. */
  NOTE,
  /** Between quotation marks. */
  QUOTE,
  /** The same, said to those a text is about, not of them. */
  SAYING,
  /** A few words between brackets. */
  ASIDE,
  /** As it was written, to stand alone. */
  HEADING;

  /** Whether the sentence says it all, and the value adds no words. */
  boolean silent() {
    return this == YES || this == NO;
  }

  /** Whether nothing of a value is left out, but the end of a very long one. */
  public boolean whole() {
    return switch (this) {
      case SENTENCES,
          DEEDS,
          TASKS,
          LIST,
          PEOPLE,
          ROLES,
          NOTE,
          QUOTE,
          SAYING,
          ASIDE,
          HEADING,
          DURATION ->
          true;
      default -> false;
    };
  }

  /** Whether it sees to words in which somebody speaks of himself; others take none. */
  boolean quotes() {
    return switch (this) {
      case ANY, NOTE, QUOTE, SAYING, HEADING, DEEDS, TASKS -> true;
      default -> false;
    };
  }

  /** How loosely words sit in their place: 0 when they fit it, 2 when any words would do. */
  int looseness() {
    return switch (this) {
      case ANY, NOTE -> 2;
      case STEPS, SENTENCES, ASIDE -> 1;
      default -> 0;
    };
  }
}
