package rapport.health.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.health.account.AccountFacts;
import rapport.health.job.Cadence;
import rapport.health.portfolio.AccountHealth;
import rapport.health.score.ChurnModel;
import rapport.health.score.ScoringModel;

class ReviewTest {

  private static final LocalDate END = LocalDate.parse("2026-03-31");

  @Test
  void a_goal_that_was_met_after_the_quarter_was_not_met_in_it() {
    var facts =
        AccountFacts.NONE
            .apply(new GoalRecorded("late", "Late", END.minusDays(3), END.plusDays(2)))
            .apply(new GoalRecorded("early", "Early", END.plusDays(30), END.minusDays(9)))
            .apply(new GoalRecorded("before", "Before", END.minusDays(8), END.minusDays(99)));

    var review = review(facts);

    assertThat(review.goalsDue()).isEqualTo(3);
    assertThat(review.goalsMet()).isEqualTo(2);
  }

  private static Review review(AccountFacts facts) {
    var end = END.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    var health =
        AccountHealth.evaluated(
            "a", facts, null, ScoringModel.STANDARD, ChurnModel.PRIOR, ZoneOffset.UTC, end);
    return Review.of(facts, Cadence.QUARTERLY.of(END), null, health, ZoneOffset.UTC);
  }
}
