package rapport.health.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.HealthEvent.OutlookChanged;
import rapport.contracts.HealthEvent.ScoreChanged;
import rapport.health.account.AccountFacts;
import rapport.health.score.ChurnModel;
import rapport.health.score.ScoringModel;

/** What is told of an account that was evaluated. */
class NewsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

  @Test
  void growth_that_moves_no_score_is_told() {
    var first = evaluated(null, 130);
    assertThat(first.events()).hasAtLeastOneElementOfType(ScoreChanged.class);
    var further = evaluated(first.account(), 160);
    assertThat(further.account().score()).isEqualTo(first.account().score());
    assertThat(further.events())
        .singleElement()
        .isInstanceOfSatisfying(
            OutlookChanged.class,
            changed -> assertThat(changed.usageGrowth()).isCloseTo(.6, within(1e-9)));
    assertThat(evaluated(further.account(), 160).events()).isEmpty();
  }

  private static News evaluated(@Nullable AccountHealth before, int users) {
    var account =
        AccountHealth.evaluated(
            "acme",
            facts(users),
            before,
            ScoringModel.STANDARD,
            ChurnModel.PRIOR,
            ZoneOffset.UTC,
            NOW);
    return News.of(account);
  }

  /** A hundred users a day, and that many in the last four weeks. */
  private static AccountFacts facts(int users) {
    return IntStream.range(0, 56)
        .mapToObj(
            day -> new UsageReported(TODAY.minusDays(day), day < 28 ? users : 100, 90, 100, 6, 10))
        .reduce(AccountFacts.NONE, AccountFacts::apply, (one, _) -> one);
  }
}
