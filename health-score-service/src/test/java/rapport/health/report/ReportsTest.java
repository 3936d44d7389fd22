package rapport.health.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthState.Churn;
import rapport.health.portfolio.Contract;
import rapport.health.portfolio.Figures;
import rapport.health.portfolio.Summary;
import rapport.health.score.ChurnModel;
import rapport.health.score.Health;
import rapport.health.score.Input;
import rapport.health.score.ScoringModel;

/** Every figure follows from the rows it names: computed again here, in loops. */
class ReportsTest {

  private static final double EXACT = 1e-9;
  private static final int CASES = Integer.getInteger("rapport.health.cases", 100);

  @Test
  void metrics_are_what_their_rows_add_up_to() {
    var random = new Random(21);
    for (int n = 0; n < CASES; n++) {
      var accounts = accounts(random, random.nextInt(40));
      for (var metric : Metric.values()) {
        var rows = metric.rows(accounts);
        var value = metric.of(accounts);
        assertThat(value.rows()).isEqualTo(rows.size());
        if (rows.isEmpty()) {
          assertThat(value.value()).isNull();
        } else {
          assertThat(value.value()).isCloseTo(again(metric, rows), within(EXACT));
        }
      }
    }
  }

  private static double again(Metric metric, List<Metric.Row> rows) {
    double a = 0, b = 0;
    var days = new ArrayList<Double>();
    for (var row : rows) {
      var parts = row.parts();
      double opening = parts.getOrDefault("opening", 0.0);
      double closing = parts.getOrDefault("closing", 0.0);
      switch (metric) {
        case HEALTH_SCORE -> {
          a += parts.getOrDefault("score", 0.0);
          b++;
        }
        case NPS -> {
          a += 100 * parts.getOrDefault("promoters", 0.0);
          a -= 100 * parts.getOrDefault("detractors", 0.0);
          b += parts.getOrDefault("answers", 0.0);
        }
        case TIME_TO_VALUE -> days.add(parts.getOrDefault("days", 0.0));
        case EXPANSION_RATE -> {
          a += closing > opening ? closing - opening : 0;
          b += opening;
        }
        case LOGO_CHURN -> {
          a += closing == 0 ? 1 : 0;
          b++;
        }
        case REVENUE_CHURN -> {
          a += closing < opening ? opening - closing : 0;
          b += opening;
        }
      }
    }
    if (metric == Metric.TIME_TO_VALUE) {
      days.sort(null);
      return (days.get((days.size() - 1) / 2) + days.get(days.size() / 2)) / 2;
    }
    return a / b;
  }

  @Test
  void a_group_is_what_its_accounts_add_up_to() {
    var random = new Random(20);
    for (int n = 0; n < CASES; n++) {
      var accounts = accounts(random, random.nextInt(40));
      int scored = 0, critical = 0;
      double score = 0, churn = 0, dollars = 0;
      for (var account : accounts) {
        if (account.contract() != null && account.contract().currency().equals("USD")) {
          dollars += account.contract().revenue();
        }
        if (account.score() == null || account.provisional()) {
          continue;
        }
        scored++;
        score += account.score();
        critical += account.score() < 40 ? 1 : 0;
        churn += Objects.requireNonNull(account.churn()).probability();
      }
      var group = Group.of("all", accounts);
      assertThat(group.accounts()).isEqualTo(accounts.size());
      assertThat(group.scored()).isEqualTo(scored);
      assertThat(group.bands().get("critical")).isEqualTo(critical);
      assertThat(group.revenue().getOrDefault("USD", 0.0)).isCloseTo(dollars, within(1e-6));
      if (scored > 0) {
        assertThat(group.meanScore()).isCloseTo(score / scored, within(EXACT));
        assertThat(group.meanChurn()).isCloseTo(churn / scored, within(EXACT));
      } else {
        assertThat(group.meanScore()).isNull();
      }
    }
  }

  @Test
  void cohorts_add_up_to_the_portfolio() {
    var random = new Random(22);
    for (int n = 0; n < CASES; n++) {
      var accounts = accounts(random, random.nextInt(40));
      var all = Group.of("all", accounts);
      for (var cohort : Cohort.values()) {
        var groups = cohort.groups(accounts);
        int count = 0, scored = 0, good = 0;
        double sum = 0, revenue = 0;
        for (var group : groups) {
          count += group.accounts();
          scored += group.scored();
          good += group.bands().getOrDefault("good", 0);
          revenue += group.revenue().getOrDefault("EUR", 0.0);
          var mean = group.meanScore();
          sum += mean == null ? 0 : group.scored() * mean;
        }
        assertThat(count).isEqualTo(all.accounts());
        assertThat(scored).isEqualTo(all.scored());
        assertThat(good).isEqualTo(all.bands().get("good"));
        assertThat(revenue).isCloseTo(all.revenue().getOrDefault("EUR", 0.0), within(1e-6));
        if (scored > 0) {
          assertThat(all.meanScore()).isCloseTo(sum / scored, within(EXACT));
        }
      }
    }
  }

  @Test
  void a_risk_is_the_sum_of_its_rows_the_largest_first() {
    var random = new Random(23);
    for (int n = 0; n < CASES; n++) {
      var risk = Risk.of(accounts(random, 30));
      double euros = 0, atRisk = 0;
      for (var row : risk.rows()) {
        var low = row.score() != null && row.score() < 60;
        atRisk += low && row.currency().equals("EUR") ? row.revenue() : 0;
        assertThat(row.expectedLoss()).isCloseTo(row.churn() * row.revenue(), within(EXACT));
        euros += row.currency().equals("EUR") ? row.expectedLoss() : 0;
      }
      assertThat(risk.expectedLoss().getOrDefault("EUR", 0.0)).isCloseTo(euros, within(1e-6));
      assertThat(risk.atRisk().getOrDefault("EUR", 0.0)).isCloseTo(atRisk, within(1e-6));
      assertThat(risk.rows())
          .isSortedAccordingTo((a, b) -> Double.compare(b.expectedLoss(), a.expectedLoss()));
    }
  }

  @Test
  void a_straight_line_goes_on_straight() {
    var day = LocalDate.parse("2026-03-01");
    var points =
        IntStream.range(0, 28)
            .mapToObj(i -> new Trend.Point(day.plusDays(i), 80 - .5 * i))
            .toList();
    var trend = Trend.of(points, 10);
    assertThat(trend.forecast()).hasSize(10);
    var last = trend.forecast().getLast();
    assertThat(last.day()).isEqualTo(day.plusDays(37));
    assertThat(last.score()).isCloseTo(80 - .5 * 37, within(1e-6));
    assertThat(last.high() - last.low()).isCloseTo(0, within(1e-6));
    assertThat(Trend.of(points.subList(0, 6), 10).forecast()).isEmpty();
  }

  @Test
  void a_band_grows_with_the_scatter_and_with_the_distance() {
    var random = new Random(24);
    var day = LocalDate.parse("2026-03-01");
    var points =
        IntStream.range(0, 28)
            .mapToObj(i -> new Trend.Point(day.plusDays(i), 50 + 2 * random.nextGaussian()))
            .toList();
    var forecast = Trend.of(points, 30).forecast();
    assertThat(forecast.getFirst().high() - forecast.getFirst().low()).isBetween(4.0, 16.0);
    assertThat(forecast.getLast().high() - forecast.getLast().low())
        .isGreaterThan(forecast.getFirst().high() - forecast.getFirst().low());
  }

  private static List<Summary> accounts(RandomGenerator random, int count) {
    return IntStream.range(0, count).mapToObj(i -> account(random, "a" + i)).toList();
  }

  private static Summary account(RandomGenerator random, String id) {
    var inputs = new EnumMap<Input, Double>(Input.class);
    for (var input : Input.values()) {
      if (random.nextInt(4) > 0) {
        inputs.put(input, random.nextDouble() * (input.moreIsBetter() ? 1 : 2));
      }
    }
    var health = Health.of(ScoringModel.STANDARD, inputs);
    var score = health.score();
    var day = LocalDate.parse("2025-01-01").plusDays(random.nextInt(700));
    var currency = random.nextInt(5) > 0 ? "EUR" : "USD";
    return new Summary(
        id,
        "Account " + id,
        random.nextInt(3) > 0 ? "s" + random.nextInt(3) : null,
        random.nextBoolean() ? "user-" + random.nextInt(3) : null,
        random.nextInt(6) > 0,
        score.isEmpty() ? null : score.getAsDouble(),
        health.isProvisional(),
        score.isEmpty()
            ? null
            : new Churn(
                ChurnModel.PRIOR.probability(score.getAsDouble()), ChurnModel.PRIOR.basis()),
        random.nextInt(4) > 0 ? new Contract(random.nextInt(90_000), currency, day) : null,
        random.nextInt(5) > 0 ? day : null,
        new Figures(
            random.nextInt(3),
            random.nextInt(3),
            random.nextBoolean() ? 6 : 0,
            random.nextBoolean() ? (double) random.nextInt(100) : null,
            random.nextInt(3) > 0 ? 1_000 + random.nextInt(5_000) : 0,
            random.nextInt(3) > 0 ? random.nextInt(9_000) : 0,
            currency));
  }
}
