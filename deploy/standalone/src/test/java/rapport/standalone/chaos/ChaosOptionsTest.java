package rapport.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTest {

  @Test
  void options_say_how_much_of_what() {
    var options =
        ChaosOptions.parse(
            List.of("--turns=100000", "--kills=200", "--seed=-7", "--faults=kill,store-tail"));
    assertThat(options.turns()).isEqualTo(100_000);
    assertThat(options.seed()).isEqualTo(-7);
    assertThat(options.faults()).containsExactlyInAnyOrder(Fault.Kind.KILL, Fault.Kind.STORE_TAIL);
    assertThat(options.brokerAway()).isEqualTo(Duration.ZERO);
    assertThat(ChaosOptions.parse(List.of("--faults=none")).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--turns=0",
        "--turns=many",
        "--faults=flood",
        "--colour=red",
        "turns=5",
        "--seed"
      })
  void what_cannot_be_is_refused(String option) {
    assertThatIllegalArgumentException().isThrownBy(() -> ChaosOptions.parse(List.of(option)));
  }

  @Test
  void the_same_seed_makes_the_same_faults() {
    var all = EnumSet.allOf(Fault.Kind.class);
    var plan = Fault.plan(all, 40, new Random(7));
    assertThat(plan).isEqualTo(Fault.plan(all, 40, new Random(7))).hasSize(40 + 5 * 10);
    assertThat(Fault.plan(EnumSet.noneOf(Fault.Kind.class), 40, new Random(7))).isEmpty();
  }
}
