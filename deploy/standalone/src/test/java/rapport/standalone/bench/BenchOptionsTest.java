package rapport.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.standalone.bench.BenchOptions.Through;

class BenchOptionsTest {

  @Test
  void everything_has_a_default() {
    var options = parse();
    assertThat(options.flow()).isEqualTo("buying-process");
    assertThat(options.turns()).isEqualTo(24);
    assertThat(options.concurrent()).containsExactly(1, 16, 64);
    assertThat(options.through()).containsExactly(Through.DIRECT, Through.GATEWAY);
    assertThat(options.dataDirectory()).isEqualTo(Path.of("data"));
  }

  @Test
  void reads_what_is_given() {
    var options =
        parse(
            "--through=gateway",
            "--concurrent=4, 8",
            "--warm-up=7",
            "--watched=0",
            "--conversations=3",
            "--data-dir=/tmp/a=b");
    assertThat(options.through()).containsExactly(Through.GATEWAY);
    assertThat(options.concurrent()).containsExactly(4, 8);
    assertThat(options.warmUp()).isEqualTo(7);
    assertThat(options.watched()).isZero();
    assertThat(options.conversations()).isEqualTo(3);
    assertThat(options.dataDirectory()).isEqualTo(Path.of("/tmp/a=b"));
  }

  @Test
  void says_what_is_wrong_with_an_option() {
    assertRefused(
        "--conversation=1", "There is no option --conversation=1. See deploy/bench --help.");
    assertRefused("--turns", "There is no option --turns. See deploy/bench --help.");
    assertRefused("turns=1", "There is no option turns=1. See deploy/bench --help.");
    assertRefused("--turns=many", "--turns is a number, not many.");
    assertRefused("--concurrent=1,,2", "--concurrent is a number, not .");
    assertRefused("--concurrent=0", "--concurrent is at least 1.");
    assertRefused("--watched=-1", "--watched is at least 0.");
    assertRefused("--through=vpn", "--through is direct, gateway or both, not vpn.");
  }

  private static void assertRefused(String argument, String message) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static BenchOptions parse(String... arguments) {
    return BenchOptions.parse(List.of(arguments));
  }
}
