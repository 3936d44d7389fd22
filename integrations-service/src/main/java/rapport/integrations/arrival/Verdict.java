package rapport.integrations.arrival;

import org.jspecify.annotations.Nullable;

/** What an arrival is. Arriving twice, or late, makes no difference. */
public enum Verdict {
  /** The record was never seen. */
  NEW,
  /** It says something else than before. */
  CHANGED,
  /** It says what is known. */
  SAME,
  /** Something newer has arrived before. */
  OUTDATED;

  /**
   * Compares an arrival with what is known. Of equal versions the later arrival counts when it says
   * something else: systems give times in seconds, and a second is long.
   */
  public static Verdict of(@Nullable Known known, Known arrived) {
    if (known == null) {
      return NEW;
    }
    if (arrived.version() < known.version()) {
      return OUTDATED;
    }
    return arrived.digest().equals(known.digest()) ? SAME : CHANGED;
  }

  /** Whether the world has to be told. */
  public boolean isNews() {
    return this == NEW || this == CHANGED;
  }
}
