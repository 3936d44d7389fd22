package rapport.profile.account.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.AccountState;
import rapport.profile.account.Champion;

/**
 * The champion of an account as it was.
 *
 * @param at when
 * @param champion the strongest then; absent when there was none
 */
public record ChampionWeek(Instant at, @Nullable Champion champion) {

  private static final Duration WEEK = Duration.ofDays(7);

  /** So many weeks up to now, the earliest first. Of an account's latest interactions only. */
  public static List<ChampionWeek> of(AccountState state, int weeks, Instant now) {
    return IntStream.rangeClosed(1 - weeks, 0)
        .mapToObj(week -> now.plus(WEEK.multipliedBy(week)))
        .map(at ->
            new ChampionWeek(
                at,
                Champion.strongestThen(state.contacts().values(), state.touches(), at)
                    .orElse(null)))
        .toList();
  }
}
