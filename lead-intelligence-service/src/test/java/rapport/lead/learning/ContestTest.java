package rapport.lead.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.lead.learning.Quality.Prediction;
import rapport.lead.scoring.Binned;
import rapport.lead.scoring.Binned.Bin;
import rapport.lead.scoring.Feature;
import rapport.lead.scoring.Scorecard;
import rapport.lead.scoring.Scorecard.Step;
import rapport.lead.settings.ScorecardFile;

class ContestTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Scorecard RULES = ScorecardFile.read(ScorecardFile.usual(), "rules-0");

  @Test
  void without_outcomes_the_rules_stand() {
    var fit = MapFit.of(RULES, List.of());
    RULES
        .points()
        .forEach((name, points) ->
            assertThat(fit.points().getOrDefault(name, 0d)).isCloseTo(points, within(1e-9)));
    assertThat(fit.base()).isCloseTo(RULES.base(), within(1e-9));
  }

  @Test
  void each_outcome_moves_what_it_speaks_for_and_nothing_else() {
    var won = new Example(new Binned(bins("pricing", "strong")), true, BEGIN);
    var fit = MapFit.of(RULES, List.of(won));
    assertThat(fit.of(Feature.PRICING, "strong"))
        .isGreaterThan(RULES.of(Feature.PRICING, "strong") + .5);
    assertThat(fit.of(Feature.PRICING, "weak"))
        .isCloseTo(RULES.of(Feature.PRICING, "weak"), within(1e-9));
  }

  @Test
  void what_really_counts_is_found_out_and_put_to_use() {
    var outcomes = outcomes(600, new Random(7));
    var model = Contest.hold(RULES, 0, outcomes, null, BEGIN);
    var champion = Objects.requireNonNull(model.champion());
    assertThat(champion.version()).isEqualTo("fit-600");
    assertThat(champion.of(Feature.SECURITY, "strong") - champion.of(Feature.SECURITY, "none"))
        .isGreaterThan(25);
    var report = model.report();
    var old = Objects.requireNonNull(report.champion().quality());
    var young = Objects.requireNonNull(Objects.requireNonNull(report.challenger()).quality());
    assertThat(report.outcomes()).isEqualTo(600);
    assertThat(old.n()).isEqualTo(150);
    assertThat(young.logLoss()).isLessThan(old.logLoss());
    assertThat(young.brier()).isLessThan(Objects.requireNonNull(report.baseline()).brier());
    assertThat(young.auc()).isGreaterThan(.7);
    assertThat(report.calibrated()).isTrue();
    assertThat(champion.calibration())
        .isSortedAccordingTo((one, other) -> Double.compare(one.actual(), other.actual()));
  }

  @Test
  void a_few_outcomes_decide_nothing() {
    var model = Contest.hold(RULES, 0, outcomes(30, new Random(7)), null, BEGIN);
    assertThat(model.champion()).isNull();
    assertThat(model.report().champion().quality()).isNull();
    assertThat(model.report().verdict()).contains("too few");
  }

  @Test
  void chance_alone_dethrones_nobody_who_foretold_as_well() {
    var first = Contest.hold(RULES, 0, outcomes(400, new Random(1)), null, BEGIN);
    var again = Contest.hold(RULES, 0, outcomes(400, new Random(1)), first, BEGIN);
    assertThat(again.champion()).isEqualTo(first.champion());
  }

  @Test
  void other_rules_begin_anew() {
    var first = Contest.hold(RULES, 0, outcomes(400, new Random(1)), null, BEGIN);
    assertThat(first.champion()).isNotNull();
    var few = Contest.hold(RULES, 1, outcomes(10, new Random(1)), first, BEGIN);
    assertThat(few.champion()).isNull();
  }

  @Test
  void quality_is_counted_as_textbooks_do() {
    var quality =
        Quality.of(
            List.of(
                new Prediction(.9, true),
                new Prediction(.8, false),
                new Prediction(.3, true),
                new Prediction(.3, false),
                new Prediction(.1, false)));
    assertThat(quality.n()).isEqualTo(5);
    assertThat(quality.won()).isEqualTo(2);
    assertThat(quality.auc()).isCloseTo(4.5 / 6, within(1e-12));
    assertThat(quality.brier()).isCloseTo((.01 + .64 + .49 + .09 + .01) / 5, within(1e-12));
    assertThat(Quality.of(List.of(new Prediction(.5, true))).auc()).isNull();
  }

  @Test
  void neighbours_out_of_order_are_pooled() {
    var steps =
        Isotonic.of(
            List.of(
                new Prediction(.1, false),
                new Prediction(.2, true),
                new Prediction(.3, false),
                new Prediction(.9, true)));
    assertThat(steps).containsExactly(new Step(.1, .1), new Step(.25, .5), new Step(.9, .9));
  }

  @Test
  void what_never_happened_is_not_taken_for_impossible() {
    var lost = IntStream.range(0, 300).mapToObj(n -> new Prediction(n / 1000.0, false)).toList();
    assertThat(Isotonic.of(lost))
        .singleElement()
        .satisfies(step -> assertThat(step.actual()).isEqualTo(.5 / 301));
  }

  @Test
  void equal_predictions_are_one_whatever_their_order() {
    var won = new Prediction(.4, true);
    var lost = new Prediction(.4, false);
    var sure = new Prediction(.8, true);
    var half = List.of(new Step(.4, .5), new Step(.8, .875));
    assertThat(Isotonic.of(List.of(lost, won, sure))).isEqualTo(half);
    assertThat(Isotonic.of(List.of(won, lost, sure))).isEqualTo(half);
  }

  /** Leads of a world where security is what counts, and the price not at all. */
  private static List<Example> outcomes(int count, Random random) {
    var outcomes = new ArrayList<Example>();
    for (var n = 0; n < count; n++) {
      var bins = new EnumMap<Feature, Bin>(Feature.class);
      var asked = random.nextBoolean();
      bins.put(Feature.SECURITY, new Bin(asked ? "strong" : "none", null));
      bins.put(Feature.PRICING, new Bin(random.nextBoolean() ? "strong" : "none", null));
      bins.put(Feature.SIZE, new Bin(random.nextBoolean() ? "small" : "large", null));
      var won = random.nextDouble() < (asked ? .6 : .1);
      outcomes.add(new Example(new Binned(bins), won, BEGIN.plusSeconds(3600L * n)));
    }
    return outcomes;
  }

  private static EnumMap<Feature, Bin> bins(String feature, String bin) {
    var bins = new EnumMap<Feature, Bin>(Feature.class);
    bins.put(Feature.named(feature).orElseThrow(), new Bin(bin, null));
    return bins;
  }
}
