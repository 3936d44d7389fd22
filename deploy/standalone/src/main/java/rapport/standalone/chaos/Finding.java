package rapport.standalone.chaos;

/** A promise that was not kept. */
record Finding(Kind kind, String stream, String detail) {

  /** Which promise. */
  enum Kind {
    /** A message was acknowledged and is not there. */
    LOST,
    /** A message is there more than once. */
    DOUBLED,
    /** Messages of a conversation are in another order than they were said. */
    REORDERED,
    /** A message was refused, and is there. */
    REFUSED_YET_THERE,
    /** The same message was answered in different ways. */
    ANSWERED_DIFFERENTLY,
    /** Revisions are missing in the log, or are there twice. */
    LOG_NOT_DENSE,
    /** The topic lacks what the log has. */
    TOPIC_LACKS,
    /** The topic has what the log does not have. */
    TOPIC_DIFFERS,
    /** The topic first has a later revision, then an earlier one. */
    TOPIC_REORDERED,
    /** A view does not stand at the end of its stream. */
    VIEW_BEHIND,
    /** A view is not what its events fold to. */
    VIEW_DIFFERS,
    /** A reader of the feed was told of a revision twice, or of an earlier one after a later. */
    FEED_REPEATS,
    /** A reader of the feed was not told of the end. */
    FEED_BEHIND,
    /** Poison was not set aside. */
    POISON_TAKEN,
    /** What is no poison was set aside. */
    SET_ASIDE
  }

  @Override
  public String toString() {
    return "%s %s: %s".formatted(kind, stream, detail);
  }
}
