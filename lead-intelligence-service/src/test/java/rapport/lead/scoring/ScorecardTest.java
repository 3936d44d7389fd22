package rapport.lead.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.lead.scoring.Binned.Bin;
import rapport.lead.scoring.Feature.Side;
import rapport.lead.scoring.Scorecard.Part;
import rapport.lead.scoring.Scorecard.Step;

class ScorecardTest {

  private static final int LEADS = Integer.getInteger("leads", 2_000);

  @Test
  void the_parts_of_every_score_add_up_to_it() {
    var random = new Random(20261121);
    for (var n = 0; n < LEADS; n++) {
      var card = card(random);
      var score = card.score(lead(random));
      assertThat(score.base() + points(score, null)).isCloseTo(score.points(), within(1e-9));
      assertThat(points(score, Side.FIT)).isCloseTo(score.fit(), within(1e-9));
      assertThat(points(score, Side.INTENT)).isCloseTo(score.intent(), within(1e-9));
      assertThat(score.probability()).isBetween(0d, 1d);
    }
  }

  @Test
  void twenty_points_double_the_odds() {
    for (var points : List.of(-30.0, 0.0, 55.5, 100.0, 140.0)) {
      var before = Scorecard.probability(points);
      var after = Scorecard.probability(points + 20);
      assertThat(after / (1 - after)).isCloseTo(2 * before / (1 - before), within(1e-9));
    }
    assertThat(Scorecard.probability(Scorecard.EVEN)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void what_is_not_listed_is_worth_nothing() {
    var card = new Scorecard("rules-1", 7, Map.of("need.stated", 4d), List.of());
    assertThat(card.score(new Binned(Map.of())).points()).isEqualTo(7);
    var needy = new Binned(Map.of(Feature.NEED, new Bin("stated", "we drown in mail")));
    assertThat(card.score(needy).points()).isEqualTo(11);
  }

  @Test
  void a_calibrated_probability_lies_between_those_seen_before() {
    var steps = List.of(new Step(.1, .05), new Step(.5, .25), new Step(.9, .6));
    var card = new Scorecard("fit-300", 100, Map.of(), steps);
    assertThat(card.score(new Binned(Map.of())).probability()).isCloseTo(.25, within(1e-12));
    var below = new Scorecard("fit-300", -200, Map.of(), steps);
    assertThat(below.score(new Binned(Map.of())).probability()).isCloseTo(.05, within(1e-12));
    var between = new Scorecard("fit-300", points(.7), Map.of(), steps);
    assertThat(between.score(new Binned(Map.of())).probability()).isCloseTo(.425, within(1e-9));
  }

  @Test
  void fit_and_intent_are_graded_apart() {
    var card =
        new Scorecard("rules-1", 50, Map.of("icp.ideal", 35d, "pricing.strong", 12d), List.of());
    var suits = new Binned(Map.of(Feature.ICP, new Bin("ideal", null)));
    assertThat(card.score(suits).grade()).isEqualTo("A4");
    assertThat(card.score(suits.with(Feature.PRICING, "strong")).grade()).isEqualTo("A3");
    assertThat(card.score(new Binned(Map.of())).grade()).isEqualTo("D4");
  }

  @Test
  void a_recommendation_is_worth_what_it_would_change() {
    var card =
        new Scorecard("rules-1", 0, Map.of("authority.yes", 8d, "authority.no", -4d), List.of());
    var lead = new Binned(Map.of(Feature.AUTHORITY, new Bin("no", "my boss decides")));
    var best = Recommendation.of(lead, card).getFirst();
    assertThat(best.input()).isEqualTo("authority");
    var after = card.score(lead.with(Feature.AUTHORITY, "yes")).points();
    assertThat(after - card.score(lead).points()).isCloseTo(best.points(), within(1e-9));
  }

  private static double points(double probability) {
    return Scorecard.EVEN + Scorecard.POINTS_PER_LOGIT * Math.log(probability / (1 - probability));
  }

  private static double points(Score score, @Nullable Side side) {
    return score.parts().stream()
        .filter(part -> side == null || part.feature().side() == side)
        .mapToDouble(Part::points)
        .sum();
  }

  private static Scorecard card(Random random) {
    var points = new HashMap<String, Double>();
    for (var feature : Feature.values()) {
      feature
          .bins()
          .forEach(bin -> points.put(feature.wire() + "." + bin, random.nextGaussian() * 30));
    }
    return new Scorecard("random", random.nextGaussian() * 50, points, List.of());
  }

  private static Binned lead(Random random) {
    var bins = new EnumMap<Feature, Bin>(Feature.class);
    for (var feature : Feature.values()) {
      if (random.nextInt(4) > 0) {
        var at = random.nextInt(feature.bins().size());
        bins.put(feature, new Bin(feature.bins().get(at), null));
      }
    }
    return new Binned(bins);
  }
}
