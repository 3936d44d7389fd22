package rapport.integrations.push.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushSettings.Erase;
import rapport.integrations.push.engine.PushBench.Remote;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.HookReceiver;

/** Three times as many systems hang as there are places; the others get what is theirs. */
class PushRunnerTest extends PushingToSalesforce {

  private static final int DEAD = 200;
  private static final Duration NEVER = Duration.ofHours(1);

  private final HookReceiver silent = new HookReceiver();
  private PushRunner runner;

  PushRunnerTest() {
    super(NEVER);
  }

  @BeforeEach
  void start() {
    silent.answer(HookReceiver.SILENT);
    runner = bench.runner();
  }

  @AfterEach
  void stop() {
    silent.close();
    runner.stop();
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
