package rapport.health.portfolio;

import org.jspecify.annotations.Nullable;
import rapport.health.score.Health;

/**
 * What the world was told last.
 *
 * @param health from which the score was told; absent when none was
 */
public record Told(@Nullable Health health, boolean provisional) {

  /** Nothing yet. */
  public static final Told NOTHING = new Told(null, false);
}
