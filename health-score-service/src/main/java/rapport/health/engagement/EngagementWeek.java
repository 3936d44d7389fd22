package rapport.health.engagement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The interactions of all accounts in a week.
 *
 * @param accounts how many are looked after
 * @param active those with any
 * @param silent those without any that usually have some
 * @param inbound interactions that accounts began
 * @param usual what is usual for each account, added up
 * @param more accounts with most more than usual, at most ten
 * @param fewer accounts with most fewer than usual, at most ten
 */
public record EngagementWeek(
    int accounts,
    int active,
    int silent,
    int interactions,
    int inbound,
    double usual,
    double sentimentSum,
    int sentiments,
    List<AccountWeek> more,
    List<AccountWeek> fewer) {

  /** Of no accounts. */
  public static final EngagementWeek NONE =
      new EngagementWeek(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

  private static final int MOST = 10;
  private static final Comparator<AccountWeek> BY_DEVIATION =
      Comparator.comparingDouble(AccountWeek::deviation).thenComparing(AccountWeek::account);

  public EngagementWeek {
    more = List.copyOf(more);
    fewer = List.copyOf(fewer);
  }

  /** Of one account. */
  public static EngagementWeek of(AccountWeek account) {
    return new EngagementWeek(
        1,
        account.interactions() > 0 ? 1 : 0,
        account.isSilent() ? 1 : 0,
        account.interactions(),
        account.inbound(),
        account.usual(),
        account.sentimentSum(),
        account.sentiments(),
        account.deviation() > 0 ? List.of(account) : List.of(),
        account.deviation() < 0 ? List.of(account) : List.of());
  }

  /** Of the accounts of both. */
  public EngagementWeek plus(EngagementWeek other) {
    return new EngagementWeek(
        accounts + other.accounts,
        active + other.active,
        silent + other.silent,
        interactions + other.interactions,
        inbound + other.inbound,
        usual + other.usual,
        sentimentSum + other.sentimentSum,
        sentiments + other.sentiments,
        first(BY_DEVIATION.reversed(), more, other.more),
        first(BY_DEVIATION, fewer, other.fewer));
  }

  private static List<AccountWeek> first(
      Comparator<AccountWeek> order, List<AccountWeek> some, List<AccountWeek> others) {
    return Stream.concat(some.stream(), others.stream()).sorted(order).limit(MOST).toList();
  }
}
