package rapport.integrations.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.store.Bench;
import rapport.integrations.supabase.SupabaseConnector;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.HookReceiver;
import rapport.simulators.SupabaseSimulator;

class SyncRunnerTest {

  private static final int DEAD = 30;
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void systems_that_never_answer_hold_up_no_other() {
    var clock = Clock.systemUTC();
    var settings =
        new SyncSettings(
            Duration.ofMillis(1), 7, 64, 0.1, Duration.ofMinutes(15), Duration.ofMillis(10));
    var connector = new SupabaseConnector(clock);
    try (var silent = new HookReceiver();
        var supabase = new SupabaseSimulator(clock, 8, 0);
        var bench =
            new Bench(folder.resolve("keys.json"), clock, settings, NEVER, List.of(connector))) {
      silent.answer(HookReceiver.SILENT);
      var address = silent.url().replace("/hook", "");
      var dead =
          IntStream.range(0, DEAD).mapToObj(_ -> connect(bench, connector, address)).toList();
      var runner = new SyncRunner(bench.states, bench.started(), settings, clock);
      runner.start();
      try {
        await().until(() -> silent.calls().size() == DEAD);
        var alive = connect(bench, connector, supabase.url());
        for (var round = 1; round <= 3; round++) {
          supabase.put("u" + round, clock.instant(), Duration.ZERO, "acme.example", round);
          var expected = round;
          await().until(() -> bench.known().size() == expected);
        }
        assertThat(bench.state(alive).error()).isNull();
        assertThat(dead)
            .as("are still being waited for")
            .allSatisfy(each -> {
              assertThat(bench.state(each).error()).isNull();
              assertThat(bench.state(each).lastSyncAt()).isNull();
            });
      } finally {
        runner.stop();
      }
    }
  }

  private static StreamRef connect(Bench bench, SupabaseConnector connector, String address) {
    return bench.connect(
        connector, Map.of("url", address, "view", "rapport_usage"), Map.of("key", "sb_good"));
  }
}
