package rapport.health.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.health.account.AccountFacts;
import rapport.health.account.Median;

/**
 * An account's interactions of a week beside the eight weeks before.
 *
 * @param inbound those the account began
 * @param usual median of the eight weeks
 * @param deviation in robust standard deviations, which are at least the square root of what is
 *     usual, and at least 1
 */
public record AccountWeek(
    String account,
    String name,
    int interactions,
    int inbound,
    double usual,
    double deviation,
    double sentimentSum,
    int sentiments) {

  private static final int WEEKS = 8;

  /**
   * What took place in the week that begins on a day.
   *
   * @param zone says which day it was
   */
  public static AccountWeek of(String account, AccountFacts facts, LocalDate monday, ZoneId zone) {
    var weeks = new int[WEEKS + 1];
    var inbound = 0;
    var sentimentSum = 0.0;
    var sentiments = 0;
    for (var interaction : facts.interactions().values()) {
      var ago = weeksBefore(interaction, monday, zone);
      if (ago >= 0 && ago <= WEEKS) {
        weeks[ago]++;
      }
      if (ago == 0) {
        inbound += interaction.direction() == Direction.INBOUND ? 1 : 0;
        var sentiment = interaction.sentiment();
        if (sentiment != null) {
          sentimentSum += sentiment;
          sentiments++;
        }
      }
    }
    var before = IntStream.rangeClosed(1, WEEKS).mapToDouble(week -> weeks[week]).toArray();
    var usual = Median.of(Arrays.stream(before));
    var scatter = Math.max(Math.max(Median.spread(before), Math.sqrt(usual)), 1);
    return new AccountWeek(
        account,
        facts.name().isEmpty() ? account : facts.name(),
        weeks[0],
        inbound,
        usual,
        (weeks[0] - usual) / scatter,
        sentimentSum,
        sentiments);
  }

  private static int weeksBefore(InteractionLogged interaction, LocalDate monday, ZoneId zone) {
    var day = LocalDate.ofInstant(interaction.at(), zone);
    return (int) Math.floorDiv(monday.plusDays(6).toEpochDay() - day.toEpochDay(), 7L);
  }

  /** Whether somebody usually talks with it, and nobody did. */
  boolean isSilent() {
    return interactions == 0 && usual > 0;
  }

  /** From -1 to 1; none when nobody said how they feel. */
  public OptionalDouble sentiment() {
    return sentiments == 0 ? OptionalDouble.empty() : OptionalDouble.of(sentimentSum / sentiments);
  }
}
