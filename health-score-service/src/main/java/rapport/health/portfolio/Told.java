package rapport.health.portfolio;

import org.jspecify.annotations.Nullable;
import rapport.health.score.Health;

/**
 * What the world was told last.
 *
 * @param health from which the score was told; absent when none was
 * @param outlook as it went out with the last of it
 */
public record Told(@Nullable Health health, boolean provisional, @Nullable Outlook outlook) {

  /** Nothing yet. */
  public static final Told NOTHING = new Told(null, false, Outlook.UNKNOWN);
}
