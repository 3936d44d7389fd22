package rapport.integrations.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed is read.
 *
 * @param feed its name
 * @param cursor where to read on; none at the very beginning
 * @param seen how many records arrived, those that were known among them
 * @param added how many of them were new
 * @param changed how many said something else than before
 * @param deleted how many were gone
 * @param total how many there are over there, if it says
 * @param caughtUpAt when it was last read to its end; none while it is read for the first time
 */
public record FeedProgress(
    String feed,
    @Nullable String cursor,
    long seen,
    long added,
    long changed,
    long deleted,
    @Nullable Long total,
    @Nullable Instant caughtUpAt) {

  /** A feed that was never read. */
  public static FeedProgress begin(String feed) {
    return new FeedProgress(feed, null, 0, 0, 0, 0, null, null);
  }

  /** Whether what there was at the beginning is still being read. */
  public boolean isBackfilling() {
    return caughtUpAt == null;
  }
}
