package rapport.integrations.push.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushSettings.Erase;
import rapport.integrations.push.engine.PushBench.Remote;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.HookReceiver;
import rapport.simulators.MovableClock;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;

/** Three times as many systems hang as there are places; the others get what is theirs. */
class PushRunnerTest {

  private static final int DEAD = 200;
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SalesforceTables tables = new SalesforceTables(true);
  private final SalesforceSimulator salesforce = new SalesforceSimulator(tables, clock, 500, 0);
  private final HookReceiver silent = new HookReceiver();
  private PushBench bench;
  private PushRunner runner;

  @BeforeEach
  void start() {
    silent.answer(HookReceiver.SILENT);
    bench =
        new PushBench(
            folder.resolve("keys.json"), clock, NEVER, Remote.salesforce(clock, salesforce.url()));
    runner = bench.runner();
  }

  @AfterEach
  void stop() {
    silent.close();
    runner.stop();
    bench.close();
    salesforce.close();
  }

  @Test
  void systems_that_never_answer_hold_up_no_other() {
    var dead = IntStream.range(0, DEAD).mapToObj(_ -> silent()).toList();
    runner.start();
    bench.lead("l-1", "company", "Acme");
    asTimeGoesByUntil(() -> silent.calls().size() == DEAD);

    bench.push(Kind.LEAD);
    for (var company : List.of("Acme", "Acme Inc", "Acme Holding")) {
      bench.lead("l-1", "company", company);
      asTimeGoesByUntil(() -> companies().equals(List.of(company)));
    }

    assertThat(silent.calls()).as("asked once each").hasSize(DEAD);
    assertThat(dead)
        .as("are still being waited for")
        .allSatisfy(each -> {
          assertThat(bench.stored(each).running()).isTrue();
          assertThat(bench.stored(each).progress().error()).isNull();
        });
  }

  private StreamRef silent() {
    var ref = bench.connect(Remote.salesforce(clock, silent.url().replace("/hook", "")));
    bench.push(ref, Erase.DELETE, Kind.LEAD);
    return ref;
  }

  /** What changes is gathered for two seconds by the clock. */
  private void asTimeGoesByUntil(Callable<Boolean> condition) {
    await()
        .until(() -> {
          clock.pass(Duration.ofMillis(500));
          return condition.call();
        });
  }

  private List<String> companies() {
    return tables.last("Lead").values().stream()
        .map(row -> row.get("Company").stringValue())
        .toList();
  }
}
