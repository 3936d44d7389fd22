package rapport.lead.learning;

import java.time.Duration;
import java.time.Instant;
import rapport.lead.icp.Icp;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;
import rapport.lead.portrait.Portrait;
import rapport.lead.scoring.Binned;
import rapport.lead.scoring.Binning;

/**
 * A lead as it was known before it ended, and how that was.
 *
 * @param won whether the person became a customer within {@value #HORIZON_DAYS} days
 * @param at when it ended
 */
public record Example(Binned lead, boolean won, Instant at) {

  static final int HORIZON_DAYS = 90;

  /**
   * The example a lead that has ended makes. What was said after the end is left out, and it is
   * seen as it was when the person last spoke before: silence while papers are signed says nothing.
   */
  public static Example of(Lead lead, Closing closing, Icp icp) {
    var portrait = Portrait.until(closing.at(), lead.email(), lead.talks());
    var seenAt = portrait.lastActivityAt();
    var binned = Binning.of(portrait, icp.match(portrait::value), seenAt);
    var latest = lead.openedAt().plus(Duration.ofDays(HORIZON_DAYS));
    return new Example(binned, closing.won() && !closing.at().isAfter(latest), closing.at());
  }
}
