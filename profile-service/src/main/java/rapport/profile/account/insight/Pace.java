package rapport.profile.account.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import rapport.profile.account.AccountState;
import rapport.profile.account.Deal;
import rapport.profile.account.Sentiment;

/**
 * How an open deal moves.
 *
 * @param ageDays since it was opened
 * @param daysInStage since it came to its stage
 * @param daysPerStage in each stage so far, all visits together
 * @param slips how often the day it closes was put off
 * @param overdue whether that day has passed
 */
public record Pace(
    String deal,
    String stage,
    double ageDays,
    double daysInStage,
    Map<String, Double> daysPerStage,
    int slips,
    boolean overdue) {

  /** The open deals of an account at that time. */
  public static List<Pace> of(AccountState state, Instant now) {
    return state.deals().values().stream().filter(Deal::open).map(it -> of(it, now)).toList();
  }

  private static Pace of(Deal deal, Instant now) {
    var closes = deal.details().closesOn();
    return new Pace(
        deal.id(),
        deal.stage(),
        Sentiment.days(deal.visits().getFirst().since(), now),
        Sentiment.days(deal.stageSince(), now),
        deal.daysPerStage(now),
        deal.slips(),
        closes != null && closes.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)));
  }
}
