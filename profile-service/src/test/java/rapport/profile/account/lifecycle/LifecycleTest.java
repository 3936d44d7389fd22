package rapport.profile.account.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.profile.account.lifecycle.Lifecycle.Facts;
import rapport.profile.account.lifecycle.Lifecycle.Obstacle;

class LifecycleTest {

  private static final Facts EVERYTHING = new Facts(true, true, true);
  private static final Facts NOTHING = new Facts(false, false, false);

  /**
   * Of every pair of steps, in order of the 15 steps from above to below and from left to right:
   * {@code y} may be, {@code .} is the same, {@code b} begins the stage elsewhere, {@code -} lies
   * two stages apart.
   */
  private static final List<String> EVERY_PAIR =
      List.of(
          ".yyyyybbbb-----",
          "y.yyyybbbb-----",
          "yy.yyybbbb-----",
          "yyy.yybbbb-----",
          "yyyy.ybbbb-----",
          "yyyyy.yyyyybbbb",
          "yyyyyy.yyyybbbb",
          "yyyyyyy.yyybbbb",
          "yyyyyyyy.yybbbb",
          "yyyyyyyyy.ybbbb",
          "-----yyyyy.yyyy",
          "-----yyyyyy.yyy",
          "-----yyyyyyy.yy",
          "-----yyyyyyyy.y",
          "-----yyyyyyyyy.");

  @Test
  void there_are_three_stages_of_five_steps() {
    assertThat(Lifecycle.STAGES).hasSize(3).allSatisfy((_, steps) -> assertThat(steps).hasSize(5));
    assertThat(Lifecycle.CHURN_RISK).hasSize(5);
  }

  @Test
  void every_pair_of_steps_may_or_may_not_be_as_the_table_says() {
    var all = everywhere();
    for (var from = 0; from < all.size(); from++) {
      var row = new StringBuilder();
      for (var to : all) {
        row.append(sign(code(all.get(from), to, EVERYTHING)));
      }
      assertThat(row.toString()).as("from %s", all.get(from)).isEqualTo(EVERY_PAIR.get(from));
    }
  }

  private static char sign(@Nullable String code) {
    return switch (code) {
      case null -> 'y';
      case "already-there" -> '.';
      case "begin-the-stage" -> 'b';
      case "one-stage-at-a-time" -> '-';
      default -> '?';
    };
  }

  @Test
  void whatever_was_moved_forward_can_be_moved_back_without_conditions() {
    var all = everywhere();
    for (var from = 0; from < all.size(); from++) {
      for (var to = from + 1; to < all.size(); to++) {
        if (code(all.get(from), all.get(to), EVERYTHING) == null) {
          assertThat(code(all.get(to), all.get(from), NOTHING)).isNull();
        }
      }
    }
  }

  @Test
  void each_condition_keeps_from_going_on() {
    var meeting = new Standing("prospect", "meeting-scheduling", null);
    var discovery = new Standing("opportunity", "discovery", null);
    var negotiation = new Standing("opportunity", "negotiation", null);
    var onboarding = new Standing("customer", "onboarding", null);
    assertThat(code(Standing.FIRST, meeting, new Facts(false, true, true))).isEqualTo("not-ready");
    assertThat(code(meeting, discovery, new Facts(false, true, true))).isEqualTo("not-ready");
    assertThat(code(discovery, negotiation, new Facts(true, false, true))).isEqualTo("not-ready");
    assertThat(code(negotiation, onboarding, new Facts(true, true, false))).isEqualTo("not-ready");
    assertThat(code(negotiation, onboarding, new Facts(true, false, true))).isNull();
  }

  @Test
  void a_risk_comes_and_goes_over_every_step_of_a_customer() {
    for (var step : Lifecycle.STAGES.getOrDefault("customer", List.of())) {
      for (var risk : Lifecycle.CHURN_RISK) {
        var sound = new Standing("customer", step, null);
        var risky = new Standing("customer", step, risk);
        assertThat(code(sound, risky, NOTHING)).isNull();
        assertThat(code(risky, sound, NOTHING)).isNull();
        for (var other : Lifecycle.CHURN_RISK) {
          assertThat(code(risky, new Standing("customer", step, other), NOTHING))
              .isEqualTo(other.equals(risk) ? "already-there" : null);
        }
      }
    }
  }

  @Test
  void nobody_leaves_with_an_open_risk() {
    var risky = new Standing("customer", "adoption", "root-cause");
    assertThat(code(risky, new Standing("opportunity", "closing", null), EVERYTHING))
        .isEqualTo("churn-risk-open");
  }

  @Test
  void only_a_customer_can_be_at_risk() {
    assertThatThrownBy(() -> new Standing("prospect", "research", "early-warning"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Standing("prospect", "closing", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static @Nullable String code(Standing from, Standing to, Facts facts) {
    return Lifecycle.obstacle(from, to, facts).map(Obstacle::code).orElse(null);
  }

  private static List<Standing> everywhere() {
    var all = new ArrayList<Standing>();
    Lifecycle.STAGES.forEach(
        (stage, steps) -> steps.forEach(step -> all.add(new Standing(stage, step, null))));
    return all;
  }
}
