package rapport.health.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.health.account.AccountFacts;

class EngagementWeekTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  @Test
  void a_week_is_compared_with_the_eight_before() {
    var week = week(talks(8, 2), talks(0, 5, 0.5));
    assertThat(week.interactions()).isEqualTo(5);
    assertThat(week.usual()).isEqualTo(2);
    assertThat(week.deviation()).isEqualTo(3 / Math.sqrt(2));
    assertThat(week.sentiment()).hasValue(0.5);
  }

  @Test
  void the_days_of_a_week_are_those_of_the_workspace() {
    var late = talk("late", MONDAY.plusDays(6).atTime(23, 30).toInstant(ZoneOffset.UTC), null);
    assertThat(AccountWeek.of("a", facts(late), MONDAY, ZoneOffset.UTC).interactions()).isOne();
    assertThat(AccountWeek.of("a", facts(late), MONDAY, ZoneId.of("Asia/Tokyo")).interactions())
        .isZero();
    assertThat(
            AccountWeek.of("a", facts(late), MONDAY.plusDays(7), ZoneId.of("Asia/Tokyo"))
                .interactions())
        .isOne();
  }

  @Test
  void an_account_that_usually_talks_and_did_not_is_silent_and_among_those_with_fewer() {
    var silent = EngagementWeek.of(week(talks(8, 2)));
    var lively = EngagementWeek.of(week(talks(8, 1), talks(0, 4)));
    var sum = EngagementWeek.NONE.plus(silent).plus(lively);
    assertThat(sum.accounts()).isEqualTo(2);
    assertThat(sum.silent()).isOne();
    assertThat(sum.active()).isOne();
    assertThat(sum.interactions()).isEqualTo(4);
    assertThat(sum.usual()).isEqualTo(3);
    assertThat(sum.fewer()).hasSize(1);
    assertThat(sum.more()).hasSize(1);
    assertThat(sum).isEqualTo(lively.plus(silent).plus(EngagementWeek.NONE));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static AccountWeek week(Stream<InteractionLogged>... talks) {
    return AccountWeek.of(
        "a",
        facts(Stream.of(talks).flatMap(it -> it).toArray(InteractionLogged[]::new)),
        MONDAY,
        ZoneOffset.UTC);
  }

  private static AccountFacts facts(InteractionLogged... talks) {
    return Stream.of(talks).reduce(AccountFacts.NONE, AccountFacts::apply, (a, _) -> a);
  }

  /** So many in each of the weeks before; with 0 weeks, in the week itself. */
  private static Stream<InteractionLogged> talks(int weeksBefore, int each) {
    return talks(weeksBefore, each, null);
  }

  private static Stream<InteractionLogged> talks(
      int weeksBefore, int each, @Nullable Double sentiment) {
    var weeks =
        weeksBefore == 0
            ? Stream.of(0)
            : Stream.iterate(1, week -> week <= weeksBefore, week -> week + 1);
    return weeks.flatMap(week ->
        Stream.iterate(0, i -> i < each, i -> i + 1)
            .map(i ->
                talk(
                    "i" + week + "-" + i,
                    MONDAY.minusWeeks(week).plusDays(i).atTime(12, 0).toInstant(ZoneOffset.UTC),
                    sentiment)));
  }

  private static InteractionLogged talk(String id, Instant at, @Nullable Double sentiment) {
    return new InteractionLogged(
        id, "call", at, Direction.INBOUND, List.of("c"), false, sentiment, "crm");
  }
}
