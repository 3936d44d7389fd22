package rapport.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState.Basis;
import rapport.health.score.ChurnModel.Outcome;

class HealthTest {

  private static final ScoringModel MODEL = ScoringModel.STANDARD;
  private static final int CASES = Integer.getInteger("rapport.health.cases", 500);
  private static final double EXACT = 1e-9;

  @Test
  void with_everything_known_the_score_is_the_weighted_sum_of_the_factors() {
    var random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      var health = Health.of(MODEL, Accounts.random(random, 1));
      var sum =
          .30 * health.factors().getOrDefault(Factor.USAGE, 0.0)
              + .20 * health.factors().getOrDefault(Factor.SUPPORT, 0.0)
              + .25 * health.factors().getOrDefault(Factor.RELATIONSHIP, 0.0)
              + .25 * health.factors().getOrDefault(Factor.OUTCOMES, 0.0);
      assertThat(health.score().orElseThrow()).isCloseTo(sum, within(EXACT));
      assertThat(health.coverage()).isCloseTo(1, within(EXACT));
    }
  }

  @Test
  void an_account_where_all_is_as_good_as_can_be_has_a_hundred_however_little_is_known() {
    var best = Map.of(Input.WEEKLY_ACTIVE, .6, Input.CORE_FEATURES, 1.0, Input.GOALS_MET, 1.0);
    assertThat(Health.of(MODEL, best).score().orElseThrow()).isCloseTo(100, within(EXACT));
    assertThat(Health.of(MODEL, best).isProvisional()).isTrue();
  }

  @Test
  void what_is_missing_counts_neither_as_bad_nor_as_middling() {
    var known = Map.of(Input.GOALS_MET, .8);
    assertThat(Health.of(MODEL, known).score().orElseThrow()).isCloseTo(80, within(EXACT));
  }

  @Test
  void a_factor_counts_from_forty_percent_known() {
    var forty = Map.of(Input.CORE_FEATURES, .5, Input.DAYS_SINCE_ACTIVE, 0.0);
    var less = Map.of(Input.WEEKLY_ACTIVE, .5);
    assertThat(Health.of(MODEL, forty).factors()).containsOnlyKeys(Factor.USAGE);
    assertThat(Health.of(MODEL, less).factors()).isEmpty();
    assertThat(Health.of(MODEL, less).score()).isEmpty();
    assertThat(Health.of(MODEL, less).isProvisional()).isTrue();
  }

  @Test
  void a_score_is_provisional_below_half_known() {
    var usageAndSupport = new EnumMap<Input, Double>(Input.class);
    Factor.USAGE.inputs().forEach(input -> usageAndSupport.put(input, 0.0));
    Factor.SUPPORT.inputs().forEach(input -> usageAndSupport.put(input, 0.0));
    assertThat(Health.of(MODEL, usageAndSupport).isProvisional()).isFalse();
    usageAndSupport.remove(Input.CSAT);
    assertThat(Health.of(MODEL, usageAndSupport).isProvisional()).isTrue();
  }

  @Test
  void contributions_add_up_to_the_score_and_factors_to_their_inputs() {
    var random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      var health = Health.of(MODEL, Accounts.random(random, .6));
      var sum = 0.0;
      for (var input : Input.values()) {
        sum += health.contribution(input);
      }
      assertThat(sum).isCloseTo(health.score().orElse(0), within(EXACT));
      var weights = health.weights().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(weights).isCloseTo(health.score().isPresent() ? 1 : 0, within(EXACT));
    }
  }

  @Test
  void a_better_input_never_lowers_the_score_while_the_same_is_known() {
    var random = new Random(3);
    for (int i = 0; i < CASES; i++) {
      var inputs = new EnumMap<>(Accounts.random(random, .7));
      for (var input : List.copyOf(inputs.keySet())) {
        var before = Health.of(MODEL, inputs).score().orElse(0);
        var better = new EnumMap<>(inputs);
        better.merge(input, (input.moreIsBetter() ? 1 : -1) * random.nextDouble() * 3, Double::sum);
        assertThat(Health.of(MODEL, better).score().orElse(0))
            .as(input.wire())
            .isGreaterThanOrEqualTo(before - EXACT);
      }
    }
  }

  @Test
  void a_change_is_the_sum_of_its_inputs_and_one_reweighting() {
    var random = new Random(4);
    for (int i = 0; i < CASES; i++) {
      var before = Health.of(MODEL, Accounts.random(random, .7));
      var after = Health.of(MODEL, Accounts.random(random, .7));
      Change.between(before, after)
          .ifPresent(change -> {
            var moved = change.inputs().values().stream().mapToDouble(it -> it).sum();
            assertThat(moved + change.reweighting())
                .isCloseTo(
                    after.score().orElseThrow() - before.score().orElseThrow(), within(EXACT));
          });
    }
  }

  @Test
  void nothing_is_reweighted_while_the_same_is_known() {
    var random = new Random(5);
    var before = Accounts.random(random, 1);
    var after = new EnumMap<>(before);
    after.put(Input.CHAMPION, before.getOrDefault(Input.CHAMPION, 0.0) / 2);
    var change = Change.between(Health.of(MODEL, before), Health.of(MODEL, after)).orElseThrow();
    assertThat(change.reweighting()).isCloseTo(0, within(EXACT));
    assertThat(change.inputs().entrySet())
        .filteredOn(it -> Math.abs(it.getValue()) > EXACT)
        .extracting(Map.Entry::getKey)
        .containsExactly(Input.CHAMPION);
  }

  @Test
  void what_brings_most_is_recommended_first_and_brings_what_it_says() {
    var random = new Random(6);
    for (int i = 0; i < CASES; i++) {
      var inputs = Accounts.random(random, .8);
      var health = Health.of(MODEL, inputs);
      var all = Recommendation.of(health);
      assertThat(all)
          .isSortedAccordingTo((a, b) -> Double.compare(b.recoverable(), a.recoverable()));
      all.forEach(it -> {
        var better = new EnumMap<>(inputs);
        better.put(it.input(), it.input().moreIsBetter() ? 1e6 : -1e6);
        var gain = Health.of(MODEL, better).score().orElseThrow() - health.score().orElseThrow();
        assertThat(gain).isCloseTo(it.recoverable(), within(1e-6));
      });
    }
  }

  @Test
  void bands_begin_at_their_limit_and_are_not_rounded() {
    assertThat(Band.of(80)).isEqualTo(Band.EXCELLENT);
    assertThat(Band.of(79.9999999)).isEqualTo(Band.GOOD);
    assertThat(Band.of(60)).isEqualTo(Band.GOOD);
    assertThat(Band.of(59.9999999)).isEqualTo(Band.AT_RISK);
    assertThat(Band.of(40)).isEqualTo(Band.AT_RISK);
    assertThat(Band.of(39.9999999)).isEqualTo(Band.CRITICAL);
    assertThat(Band.of(0)).isEqualTo(Band.CRITICAL);
  }

  @Test
  void the_standard_model_has_no_fault_and_the_weights_of_the_factors_add_up() {
    assertThat(MODEL.faults()).isEmpty();
    assertThat(List.of(Factor.values()).stream().mapToDouble(Factor::weight).sum())
        .isCloseTo(1, within(EXACT));
  }

  @Test
  void the_likelihood_of_churn_never_rises_with_the_score() {
    for (var model : List.of(ChurnModel.PRIOR, ChurnModel.calibrated(outcomes(400, .1)))) {
      var likelihoods =
          IntStream.rangeClosed(0, 100).mapToObj(model::probability).collect(Collectors.toList());
      assertThat(likelihoods).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(likelihoods).allMatch(p -> p > 0 && p < 1);
    }
  }

  @Test
  void the_likelihood_of_churn_is_called_a_prior_until_enough_was_seen() {
    assertThat(ChurnModel.calibrated(outcomes(49, .1)).basis()).isEqualTo(Basis.PRIOR);
    assertThat(ChurnModel.calibrated(outcomes(200, 0)).basis()).isEqualTo(Basis.PRIOR);
  }

  @Test
  void what_was_seen_shapes_the_likelihood_of_churn() {
    var model = ChurnModel.calibrated(outcomes(4_000, .1));
    assertThat(model.basis()).isEqualTo(Basis.CALIBRATED);
    for (var score : List.of(20, 50, 80)) {
      assertThat(model.probability(score)).isCloseTo(truth(score, .1), within(.05));
    }
  }

  @Test
  void outcomes_that_would_make_good_scores_risky_are_not_believed() {
    var odd =
        IntStream.range(0, 101)
            .mapToObj(score -> new Outcome(score, score > 60))
            .collect(Collectors.toMap(it -> it, _ -> 4));
    assertThat(ChurnModel.calibrated(odd)).isEqualTo(ChurnModel.PRIOR);
  }

  private static Map<Outcome, Integer> outcomes(int count, double base) {
    var random = new Random(8);
    return IntStream.range(0, count)
        .mapToObj(_ -> {
          var score = 100 * random.nextDouble();
          return new Outcome(score, random.nextDouble() < truth(score, base));
        })
        .collect(Collectors.toMap(it -> it, _ -> 1, Integer::sum));
  }

  private static double truth(double score, double base) {
    return base == 0 ? 0 : 1 / (1 + Math.exp((score - 50) / 12) * (1 - base) / base);
  }
}
