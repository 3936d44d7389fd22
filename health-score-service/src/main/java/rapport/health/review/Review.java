package rapport.health.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.CompetitorMentioned;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.HealthEvent.Band;
import rapport.health.account.AccountFacts;
import rapport.health.job.Period;
import rapport.health.portfolio.AccountHealth;
import rapport.health.score.Change;
import rapport.health.score.Health;
import rapport.health.score.Input;
import rapport.health.score.Recommendation;

/**
 * What there is to say of an account after a quarter: health, relationship, opportunities,
 * competition, room to grow and what to do next.
 *
 * @param opening score when the quarter began; absent when there was none
 * @param closing score when it ended; absent when there was none
 * @param moved points by which each input moved the score, those of half a point and more
 * @param people who took part in an interaction
 * @param executiveTouches interactions an executive took part in
 * @param champion strength of the champion, from 0 to 100; absent when nothing is known of it
 * @param goalsDue goals that were due or met in the quarter
 * @param goalsMet those of them that were met when it ended
 * @param openDeals deals that were neither won nor lost
 * @param competitors named in the quarter
 * @param seatsUsed share of the seats in weekly use, as last told; absent when not known
 * @param revenue a year, in {@code currency}; absent without a contract
 * @param renewalOn when the first contract ends
 * @param priorities inputs worth most, the most first, at most three
 */
public record Review(
    String account,
    String name,
    String quarter,
    @Nullable Double opening,
    @Nullable Double closing,
    @Nullable Band band,
    boolean provisional,
    Map<String, Double> moved,
    int interactions,
    int people,
    int executiveTouches,
    @Nullable Double champion,
    int goalsDue,
    int goalsMet,
    int openDeals,
    List<String> competitors,
    @Nullable Double seatsUsed,
    @Nullable Double revenue,
    @Nullable String currency,
    @Nullable LocalDate renewalOn,
    List<Priority> priorities) {

  private static final double WORTH_SAYING = .5;
  private static final int MOST_PRIORITIES = 3;

  public Review {
    moved = Map.copyOf(moved);
    competitors = List.copyOf(competitors);
    priorities = List.copyOf(priorities);
  }

  /** Something to do, and how many points it could bring at most. */
  public record Priority(String input, double recoverable, String text) {}

  /** The name of a quarter, such as {@code 2026-Q1}. */
  public static String quarter(Period period) {
    var from = period.from();
    return from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
  }

  /**
   * The review of an account.
   *
   * @param before how it was when the quarter began; absent when that was not kept
   * @param end how it was when the quarter ended
   */
  public static Review of(
      AccountFacts facts, Period quarter, @Nullable Health before, AccountHealth end, ZoneId zone) {
    var talks =
        facts.interactions().values().stream()
            .filter(talk -> isIn(quarter, LocalDate.ofInstant(talk.at(), zone)))
            .toList();
    var goals =
        facts.goals().values().stream()
            .filter(goal ->
                isIn(quarter, goal.dueOn())
                    || (goal.metOn() != null && isIn(quarter, goal.metOn())))
            .toList();
    var inputs = end.health().inputs();
    var contract = end.contract();
    return new Review(
        end.account(),
        end.name(),
        quarter(quarter),
        before == null || before.score().isEmpty() ? null : before.score().getAsDouble(),
        end.score().orElse(null),
        end.band().orElse(null),
        end.health().isProvisional(),
        before == null ? Map.of() : moved(before, end.health()),
        talks.size(),
        (int) talks.stream().flatMap(talk -> talk.contacts().stream()).distinct().count(),
        (int) talks.stream().filter(InteractionLogged::executive).count(),
        inputs.get(Input.CHAMPION),
        goals.size(),
        (int) goals.stream().filter(goal -> isMet(goal, quarter)).count(),
        (int)
            facts.deals().values().stream()
                .filter(deal -> !List.of("won", "lost").contains(deal.stage()))
                .count(),
        competitors(facts, quarter, zone),
        inputs.get(Input.WEEKLY_ACTIVE),
        contract == null ? null : contract.revenue(),
        contract == null ? null : contract.currency(),
        contract == null ? null : contract.renewalOn(),
        Recommendation.of(end.health()).stream()
            .limit(MOST_PRIORITIES)
            .map(it -> new Priority(it.input().wire(), it.recoverable(), it.input().advice()))
            .toList());
  }

  private static boolean isIn(Period quarter, LocalDate day) {
    return !day.isBefore(quarter.from()) && !day.isAfter(quarter.to());
  }

  private static boolean isMet(GoalRecorded goal, Period quarter) {
    return goal.metOn() != null && !goal.metOn().isAfter(quarter.to());
  }

  private static Map<String, Double> moved(Health before, Health after) {
    return Change.between(before, after).map(Change::inputs).orElse(Map.of()).entrySet().stream()
        .filter(it -> Math.abs(it.getValue()) >= WORTH_SAYING)
        .collect(Collectors.toMap(it -> it.getKey().wire(), Map.Entry::getValue));
  }

  private static List<String> competitors(AccountFacts facts, Period quarter, ZoneId zone) {
    return facts.mentions().values().stream()
        .filter(mention -> isIn(quarter, LocalDate.ofInstant(mention.at(), zone)))
        .map(CompetitorMentioned::competitor)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
