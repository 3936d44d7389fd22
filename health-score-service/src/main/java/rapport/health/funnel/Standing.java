package rapport.health.funnel;

/** How a conversation stands at a moment. */
public enum Standing {
  /** Completed, and not resumed since. */
  COMPLETED,
  /** Not completed, and nothing happened for long. */
  ABANDONED,
  /** Neither. */
  OPEN
}
