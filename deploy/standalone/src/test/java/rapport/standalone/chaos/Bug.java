package rapport.standalone.chaos;

/** Mistakes that can be made on the way from a message to a view. */
enum Bug {
  NONE,
  /** A message is acknowledged before it is written. */
  ACK_BEFORE_WRITE,
  /** A message that is sent again is taken again. */
  NO_DEDUPE,
  /** An offset is committed before the view is stored. */
  COMMIT_FIRST,
  /** Whoever was away for a while overwrites what was stored meanwhile. */
  NO_FENCING,
  /** What is under way when the process is asked to end is dropped, though acknowledged. */
  LOST_ON_DRAIN,
  /** A batch that is refused for now goes out after the one that followed it. */
  REORDERED_RETRY,
  /** A reader without an offset begins at the end. */
  LATEST,
  /** What a topic lost is not published again. */
  NO_RECONCILE,
  /** A reader of the feed that comes back is told everything again. */
  FEED_FROM_THE_BEGINNING,
  /** What cannot be read is skipped and forgotten. */
  POISON_SKIPPED
}
