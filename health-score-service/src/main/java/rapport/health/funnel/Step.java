package rapport.health.funnel;

/** What can be said of a field in one conversation. Several may hold. */
public enum Step {
  /** It was in a question. */
  ASKED,
  /** It was asked, and the last word about it is an answer. */
  ANSWERED,
  /** The last word about it is that the person passes it over. */
  SKIPPED,
  /** The last word about it is that the person does not know. */
  UNKNOWN,
  /** A person filled it, in the chat or in the panel, and it was never asked. */
  VOLUNTEERED,
  /** A person changed or cleared what it held, at least once. */
  CORRECTED,
  /** Something was said that cannot be its value, at least once. */
  REJECTED,
  /** It is what the abandoned conversation waits for. */
  ABANDONED
}
