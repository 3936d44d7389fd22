package rapport.lead.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.lead.scoring.Scorecard;

/**
 * What was learned from what became of a workspace's leads.
 *
 * @param rulesRev the revision of the administrator's points it was learned from
 * @param champion the points in use; none while those of the administrator are
 * @param report how good it is
 */
public record Model(
    long rulesRev, @Nullable Scorecard champion, @Nullable Instant championSince, Report report) {

  /**
   * How good a model is, and its challenger.
   *
   * @param outcomes how many leads had ended, of which {@code won} were won
   * @param neededToCompare so many of the later leads are needed before a challenger may win
   * @param neededToCalibrate so many outcomes are needed before probabilities are calibrated
   * @param champion of the later leads the champion had not learned from
   * @param challenger learned from the earlier leads alone, of the same later ones
   * @param baseline what predicting the same for everybody would have been
   * @param verdict why the champion is what it is
   */
  public record Report(
      int outcomes,
      int won,
      int neededToCompare,
      int neededToCalibrate,
      boolean calibrated,
      Contender champion,
      @Nullable Contender challenger,
      @Nullable Quality baseline,
      String verdict,
      Instant at) {}

  /**
   * A scorecard in the contest.
   *
   * @param quality none while there is nothing to compare by
   */
  public record Contender(String version, @Nullable Quality quality) {}
}
