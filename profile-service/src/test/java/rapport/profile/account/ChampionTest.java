package rapport.profile.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rapport.profile.account.AccountStory.NOW;
import static rapport.profile.account.AccountStory.mill;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChampionTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void one_nobody_has_met_is_no_strength() {
    assertThat(strength(mill().with("p-1", null, "sales", "champion"))).isEqualTo(0, CLOSE);
  }

  @Test
  void the_parts_add_up_as_the_formula_says() {
    var mill =
        mill()
            .with("p-1", "manager", "sales", "champion")
            .with("p-2", "manager", "it")
            .met(30, true, 1.0, "p-1", "p-2")
            .met(75, false, 0.0, "p-1");
    var now = Math.pow(2, -30 / 45.0);
    var before = Math.pow(2, -75 / 45.0);
    var sentiment = (now / (now + before) + 1) / 2;
    assertThat(strength(mill))
        .isEqualTo(100 * (.35 * .5 + .25 * .25 + .25 * .25 + .15 * sentiment), CLOSE);
  }

  @Test
  void without_any_sentiment_the_other_parts_share_its_weight() {
    var mill = mill().with("p-1", "manager", "sales", "champion").met(0, true, null, "p-1");
    assertThat(strength(mill)).isEqualTo(100 * (.35 + .25 * .25) / .85, CLOSE);
  }

  @Test
  void is_from_nothing_to_a_hundred() {
    var mill = mill().with("p-0", "manager", "sales", "champion");
    for (var i = 1; i <= 9; i++) {
      mill.with("p-" + i, "manager", "it").met(i % 2, true, 1.0, "p-0", "p-" + i);
    }
    assertThat(strength(mill)).isEqualTo(100, within(1.5)).isLessThanOrEqualTo(100);
  }

  @Test
  void the_strongest_counts() {
    var mill =
        mill()
            .with("p-1", null, "sales", "champion")
            .with("p-2", null, "sales", "champion")
            .met(60, true, null, "p-1")
            .met(5, true, null, "p-2");
    assertThat(mill.state().champion(NOW).orElseThrow().contact()).isEqualTo("p-2");
  }

  @Test
  void a_feeling_is_half_as_heavy_every_45_days() {
    var mill =
        mill()
            .with("p-1", null, "sales")
            .met(0, true, 1.0, "p-1")
            .met(45, true, -1.0, "p-1")
            .met(1, true, null, "p-1");
    assertThat(Sentiment.of(mill.state().touches(), NOW)).isEqualTo((1 - .5) / 1.5, CLOSE);
    assertThat(Sentiment.of(mill().state().touches(), NOW)).isNull();
  }

  private static double strength(AccountStory story) {
    return story.state().champion(NOW).orElseThrow().strength();
  }
}
