package rapport.integrations.automation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.Run.State;
import rapport.integrations.automation.Run.Step;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.automation.action.Call;
import rapport.integrations.automation.action.Effect;
import rapport.integrations.automation.action.Effects;
import rapport.integrations.automation.store.Observations;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.automation.store.Workflows;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RunWorkerTest {

  private static final String WORKSPACE = "main";
  private static final String DONE = "create_task";
  private static final String SILENT = "crm_upsert";

  private final Clock clock = Clock.systemUTC();
  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store = new DocumentStore(client, "runs-" + UUID.randomUUID());
  private final Runs runs =
      new Runs(
          store,
          new RelaySignal(new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class)));
  private final Sinks.Empty<StepOutcome> silence = Sinks.empty();
  private final RunWorker worker = worker();

  @AfterEach
  void close() {
    silence.tryEmitEmpty().orThrow();
    worker.stop();
    client.close();
  }

  @Test
  void systems_that_hang_hold_up_no_other_run() {
    for (var number = 0; number < 24; number++) {
      begin("silent-" + number, SILENT);
    }
    begin("other", DONE, DONE, DONE);
    worker.start();
    await().until(() -> state("other") == State.DONE);
    assertThat(Stream.iterate(0, number -> number + 1).limit(24))
        .as("are still waited for")
        .allSatisfy(number -> assertThat(state("silent-" + number)).isEqualTo(State.WAITING));
  }

  private RunWorker worker() {
    var subjects = new Subjects(store);
    var observations = new Observations(store);
    var plans = new Plans(new Workflows(store), clock);
    var intake = new Intake(subjects, observations, runs, plans, clock);
    var effects = new Effects(List.of(effect(DONE), effect(SILENT)));
    return new RunWorker(subjects, observations, runs, intake, effects, clock);
  }

  private Effect effect(String action) {
    return new Effect() {
      @Override
      public Set<String> actions() {
        return Set.of(action);
      }

      @Override
      public Mono<StepOutcome> apply(Call call) {
        return action.equals(SILENT)
            ? silence.asMono()
            : Mono.just(new StepOutcome.Done("Done.", null, null));
      }
    };
  }

  private void begin(String id, String... actions) {
    var steps =
        Stream.of(actions)
            .map(name ->
                new Step(
                    new Action(name, Map.of(), 0, Duration.ofMinutes(5)),
                    State.WAITING,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null))
            .toList();
    var run =
        new Run(
            id,
            "welcome",
            1,
            new Subject("account", "acme"),
            "health_score < 40",
            Instant.now(clock),
            Map.of(),
            null,
            steps,
            State.WAITING);
    runs.begin(WORKSPACE, run, clock.instant()).block(PATIENCE);
  }

  private @Nullable State state(String id) {
    var stored = runs.find(WORKSPACE, id).block(PATIENCE);
    return stored == null ? null : stored.run().state();
  }
}
