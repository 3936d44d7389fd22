package rapport.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Table table =
      new Table(
          new PrintStream(said, true, StandardCharsets.UTF_8),
          List.of(Bare.NAME, "conversation-service", "store"));

  @Test
  void names_each_column() {
    assertThat(lines().get(1).split("[ |]+"))
        .endsWith("p99", "ms", "errors", "all", "x", "bare", "bare", "convers", "store");
  }

  @Test
  void tells_processor_seconds_per_thousand_turns_and_times_the_bare_turn_as_often_at_once()
      throws InterruptedException {
    table.add(round(Bare.NAME, 1, 10, Map.of(Bare.NAME, 0.5)));
    table.add(round(Bare.NAME, 16, 10, Map.of(Bare.NAME, 0.006, "store", 0.004)));
    table.add(round("direct", 16, 20, Map.of("conversation-service", 0.05, "store", 0.02)));
    assertThat(costs(2)).containsExactly("50.00", "1.0", "50.00", "0.00", "0.00");
    assertThat(costs(3)).containsExactly("1.00", "1.0", "0.60", "0.00", "0.40");
    assertThat(costs(4)).containsExactly("3.50", "3.5", "0.00", "2.50", "1.00");
  }

  @Test
  void compares_nothing_with_a_bare_turn_that_was_not_measured() throws InterruptedException {
    table.add(round("(direct)", 16, 10, Map.of("store", 0.01)));
    assertThat(costs(2)).containsExactly("1.00", "0.00", "0.00", "1.00");
  }

  @Test
  void counts_errors_and_says_which_they_were() throws InterruptedException {
    var failing =
        Load.of(
            (_, _) -> {
              throw new IllegalStateException("POST /turn answered 503");
            },
            3,
            1);
    table.add(new Round("direct", 1, failing, Map.of()));
    assertThat(lines().get(2)).containsPattern("  3 \\|");
    assertThat(lines().get(3)).isEqualTo("  3 times: POST /turn answered 503");
  }

  private static Round round(String way, int concurrent, int turns, Map<String, Double> seconds)
      throws InterruptedException {
    var load = Load.of((_, stopwatch) -> stopwatch.time(() -> {}), turns, concurrent);
    return new Round(way, concurrent, load, seconds);
  }

  private List<String> costs(int line) {
    var costs = lines().get(line);
    return List.of(costs.substring(costs.indexOf('|') + 1).replace("|", " ").strip().split(" +"));
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
