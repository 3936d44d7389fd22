package rapport.runtime.projection;

/** How an event's revision stands to the revision of the view it is meant for. */
enum Succession {
  /** The view has it already. */
  DUPLICATE,
  /** It is the one the view waits for. */
  NEXT,
  /** Others must come before it. */
  GAP;

  static Succession of(long viewRev, long eventRev) {
    if (eventRev <= viewRev) {
      return DUPLICATE;
    }
    return eventRev == viewRev + 1 ? NEXT : GAP;
  }
}
