package rapport.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.account.Median;

/**
 * Fires when the last seven days had far fewer interactions than the eight weeks before (2.5 robust
 * standard deviations), or when the account has been silent for more than twice its own median gap.
 * Only what the account took part in counts: what came from it, meetings and calls. Clears after
 * two normal weeks; quiet for two weeks then.
 *
 * <p>Numbers of a few a week scatter by their square root even where nothing has changed, so a
 * standard deviation is at least that; and less than a week is no silence.
 */
final class EngagementChange implements Detector {

  private static final double LIMIT = -2.5;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int WEEKS = 8;
  private static final int FEWEST_GAPS = 6;
  private static final Duration RECENT = Duration.ofDays(180);
  private static final Duration COOL_DOWN = Duration.ofDays(14);
  private static final Set<String> MUTUAL = Set.of("meeting", "call");
  private static final double MILLIS_PER_DAY = 86_400_000;

  @Override
  public AlertType type() {
    return AlertType.ENGAGEMENT_CHANGE;
  }

  @Override
  public Finding look(Situation situation, @Nullable Alert latest) {
    var now = situation.now();
    var times =
        situation.facts().interactions().values().stream()
            .filter(EngagementChange::isMutual)
            .map(InteractionLogged::at)
            .filter(at -> !at.isAfter(now))
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return Finding.NOTHING;
    }
    var silence = silence(times, now);
    var deviation = deviation(times, now);
    if (latest != null && latest.isOpen()) {
      var normal = silence <= 0 && deviation > LIMIT && deviation(times, now.minus(WEEK)) > LIMIT;
      var longEnough = !latest.openedAt().plus(WEEK.multipliedBy(2)).isAfter(now);
      return normal && longEnough ? new Finding.Cleared("normal-again") : Finding.NOTHING;
    }
    if (latest != null && latest.isWithin(COOL_DOWN, now)) {
      return Finding.NOTHING;
    }
    if (deviation <= LIMIT) {
      return new Finding.Raised(
          List.of("fewer-interactions"), Map.of("deviation", deviation), Map.of());
    }
    return silence > 0
        ? new Finding.Raised(List.of("silence"), Map.of("silent-days", silence), Map.of())
        : Finding.NOTHING;
  }

  private static boolean isMutual(InteractionLogged interaction) {
    return interaction.direction() == Direction.INBOUND || MUTUAL.contains(interaction.channel());
  }

  /** In robust standard deviations; 0 while there are not nine weeks to compare. */
  private static double deviation(List<Instant> times, Instant end) {
    if (times.getFirst().isAfter(end.minus(WEEK.multipliedBy(WEEKS + 1)))) {
      return 0;
    }
    var before =
        IntStream.rangeClosed(1, WEEKS).mapToDouble(week -> in(times, end, week)).toArray();
    var median = Median.of(Arrays.stream(before));
    var scatter = Math.max(Math.max(Median.spread(before), Math.sqrt(median)), 1);
    return (in(times, end, 0) - median) / scatter;
  }

  private static double in(List<Instant> times, Instant end, int weeksAgo) {
    var to = end.minus(WEEK.multipliedBy(weeksAgo));
    var from = to.minus(WEEK);
    return (double) times.stream().filter(at -> at.isAfter(from) && !at.isAfter(to)).count();
  }

  /** The days of silence when they are too many, otherwise 0. */
  private static double silence(List<Instant> times, Instant now) {
    var recent = times.stream().filter(at -> at.isAfter(now.minus(RECENT))).toList();
    if (recent.size() <= FEWEST_GAPS) {
      return 0;
    }
    var gaps =
        IntStream.range(1, recent.size()).mapToDouble(i -> days(recent.get(i - 1), recent.get(i)));
    var silence = days(recent.getLast(), now);
    return silence > Math.max(2 * Median.of(gaps), (double) WEEK.toDays()) ? silence : 0;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS_PER_DAY;
  }
}
