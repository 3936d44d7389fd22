package rapport.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A second program for the score, written from the published tables with plain arrays, has to agree
 * with ours. {@code -Drapport.health.accounts=100000} compares that many accounts.
 */
class ReferenceTest {

  private static final int ACCOUNTS = Integer.getInteger("rapport.health.accounts", 2_000);

  private static final double[] FACTOR = {.30, .20, .25, .25};
  private static final int[] FIRST = {0, 4, 8, 13, 17};
  private static final double[] SHARE = {
    .35, .25, .25, .15, .25, .35, .25, .15, .25, .25, .20, .15, .15, .40, .25, .20, .15
  };
  private static final double[][] X = {
    {0, .6},
    {0, 1},
    {-.5, 0, .25},
    {0, 14},
    {1, 3},
    {.5, 1, 2},
    {0, 72},
    {1, 5},
    {0, 4},
    {0, 100},
    {30, 120},
    {7, 60},
    {-1, 1},
    {0, 1},
    {0, 1},
    {-100, 100},
    {1, 2}
  };
  private static final double[][] Y = {
    {0, 1},
    {0, 1},
    {0, .7, 1},
    {1, 0},
    {1, 0},
    {1, .8, 0},
    {1, 0},
    {0, 1},
    {0, 1},
    {0, 1},
    {1, 0},
    {1, 0},
    {0, 1},
    {0, 1},
    {0, 1},
    {0, 1},
    {1, 0}
  };

  @Test
  void scores_are_those_of_the_reference() {
    var random = new Random(7);
    var scored = 0;
    var provisional = 0;
    for (int n = 0; n < ACCOUNTS; n++) {
      var inputs = Accounts.random(random, random.nextDouble());
      var array = new double[17];
      var i = 0;
      for (var input : Input.values()) {
        array[i++] = inputs.getOrDefault(input, Double.NaN);
      }
      var expected = score(array);
      var health = Health.of(ScoringModel.STANDARD, inputs);
      if (Double.isNaN(expected[0])) {
        assertThat(health.score()).isEmpty();
      } else {
        assertThat(health.score().orElseThrow()).isCloseTo(expected[0], within(1e-9));
        scored++;
      }
      assertThat(health.coverage()).isCloseTo(expected[1], within(1e-9));
      if (Math.abs(expected[1] - .5) > 1e-9) {
        assertThat(health.isProvisional()).isEqualTo(expected[1] < .5);
      }
      provisional += health.isProvisional() ? 1 : 0;
    }
    assertThat(scored).isGreaterThan(ACCOUNTS / 2);
    System.out.printf(
        "%d accounts, %d with a score, %d provisional: all as the reference%n",
        ACCOUNTS, scored, provisional);
  }

  /** Score (NaN without) and coverage. */
  private static double[] score(double[] value) {
    double top = 0, bottom = 0, coverage = 0;
    for (int f = 0; f < 4; f++) {
      double known = 0, sum = 0;
      for (int i = FIRST[f]; i < FIRST[f + 1]; i++) {
        if (!Double.isNaN(value[i])) {
          known += SHARE[i];
          sum += SHARE[i] * height(X[i], Y[i], value[i]);
        }
      }
      if (Math.round(known * 1000) >= 400) {
        top += FACTOR[f] * (100 * sum / known);
        bottom += FACTOR[f];
        coverage += FACTOR[f] * known;
      }
    }
    return new double[] {bottom == 0 ? Double.NaN : top / bottom, coverage};
  }

  private static double height(double[] x, double[] y, double at) {
    int last = x.length - 1;
    if (at <= x[0]) {
      return y[0];
    }
    if (at >= x[last]) {
      return y[last];
    }
    int i = 0;
    while (at > x[i + 1]) {
      i++;
    }
    double part = (at - x[i]) / (x[i + 1] - x[i]);
    return y[i] * (1 - part) + y[i + 1] * part;
  }
}
