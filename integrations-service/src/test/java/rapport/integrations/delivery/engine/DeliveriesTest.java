package rapport.integrations.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.StandardWebhooks;
import rapport.runtime.problem.Problem;
import rapport.simulators.HookReceiver;
import rapport.simulators.MovableClock;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is owed arrives, or is given up with a reason; nobody waits for another. */
class DeliveriesTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(START);
  private final HookReceiver receiver = new HookReceiver();
  private final HookReceiver other = new HookReceiver();
  private DeliveryBench bench;

  @BeforeEach
  void start() {
    bench = bench(clock, "127.0.0.1");
  }

  private DeliveryBench bench(Clock time, String... allowed) {
    return new DeliveryBench(folder.resolve("keys.json"), time, List.of(allowed), PATIENCE);
  }

  private void restart(Clock time, String... allowed) {
    bench.close();
    bench = bench(time, allowed);
  }

  @AfterEach
  void close() {
    receiver.close();
    other.close();
    bench.close();
  }

  @Test
  void an_event_that_is_told_twice_is_owed_once_to_each_webhook_that_wants_it() {
    bench.hook("wh-1", receiver.url());
    bench.hook("wh-2", other.url());
    bench.alert("al-1");
    bench.alert("al-1");
    bench.deliver();
    bench.alert("al-1");
    bench.deliver();
    assertThat(receiver.calls()).hasSize(1);
    assertThat(other.calls()).hasSize(1);
    assertThat(receiver.calls().getFirst().id()).isEqualTo(other.calls().getFirst().id());
  }

  @Test
  void a_call_is_signed_and_says_what_happened() {
    var secret = bench.hook("wh-1", receiver.url());
    bench.alert("al-1");
    bench.deliver();
    var call = receiver.calls().getFirst();
    assertThat(StandardWebhooks.check(List.of(secret), call.headers(), call.bytes(), START))
        .isEqualTo(Checked.GENUINE);
    var body = JsonMapper.shared().readTree(call.body());
    assertThat(body.get("type").asString()).isEqualTo(DeliveryBench.ALERT);
    assertThat(body.get("timestamp").asString()).isEqualTo(START.toString());
    assertThat(body.get("data").get("type").asString()).isEqualTo("health-drop");
    assertThat(bench.only("wh-1").delivery().state()).isEqualTo(State.DONE);
  }

  @Test
  void what_failed_is_tried_again_with_the_same_id_and_body_until_it_arrives() {
    bench.hook("wh-1", receiver.url());
    receiver.answer(500);
    bench.alert("al-1");
    bench.deliver();
    bench.deliver();
    assertThat(receiver.calls()).as("not before its time").hasSize(1);
    clock.pass(Duration.ofSeconds(6));
    receiver.answer(204);
    bench.deliver();
    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls()).extracting(HookReceiver.Called::id).containsOnly(id(0));
    assertThat(receiver.calls().get(0).body()).isEqualTo(receiver.calls().get(1).body());
    var done = bench.only("wh-1").delivery();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.attempts()).extracting(attempt -> attempt.status()).containsExactly(500, 204);
  }

  @Test
  void whoever_dies_while_calling_is_made_up_for_with_the_same_id() {
    bench.hook("wh-1", receiver.url());
    bench.alert("al-1");
    var owed = bench.only("wh-1");
    assertThat(bench.deliveries.claim(owed, START.plusSeconds(45)).block(PATIENCE)).isNotNull();
    bench.deliver();
    assertThat(receiver.calls()).as("somebody has it").isEmpty();
    clock.pass(Duration.ofSeconds(46));
    bench.deliver();
    assertThat(receiver.calls()).hasSize(1);
    assertThat(bench.only("wh-1").delivery().state()).isEqualTo(State.DONE);
  }

  @Test
  void a_webhook_that_never_answers_holds_up_no_other() {
    restart(Clock.systemUTC(), "127.0.0.1");
    receiver.answer(HookReceiver.SILENT);
    bench.hook("wh-dead", receiver.url());
    bench.hook("wh-live", other.url());
    var runner = new DeliveryRunner(bench.lanes, bench.deliveries, bench.work, Clock.systemUTC());
    IntStream.range(0, 60).forEach(alert -> bench.alert("al-" + alert));
    runner.start();
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> other.calls().size() == 60 && !receiver.calls().isEmpty());
      assertThat(bench.of("wh-dead"))
          .as("all of the live one's arrived while the first of the dead one's is still waited for")
          .allMatch(delivery -> delivery.attempts().isEmpty());
    } finally {
      receiver.close();
      runner.stop();
    }
  }

  @Test
  void more_webhooks_that_never_answer_than_there_are_places_hold_up_no_other() {
    restart(Clock.systemUTC(), "127.0.0.1");
    receiver.answer(HookReceiver.SILENT);
    IntStream.range(0, 60).forEach(dead -> bench.hook("wh-dead-" + dead, receiver.url()));
    bench.alert("al-1");
    var runner =
        new DeliveryRunner(bench.lanes, bench.deliveries, bench.work, 20, Clock.systemUTC());
    runner.start();
    try {
      await().atMost(PATIENCE).until(() -> receiver.calls().size() == 60);
      bench.hook("wh-live", other.url());
      bench.alert("al-2");
      runner.wake();
      await().until(() -> other.calls().size() == 1);
      assertThat(bench.of("wh-dead-0"))
          .as("is still waited for")
          .allMatch(delivery -> delivery.attempts().isEmpty());
    } finally {
      receiver.close();
      runner.stop();
    }
  }

  @Test
  void one_that_keeps_failing_is_left_alone_and_gets_everything_when_it_is_back() {
    bench.hook("wh-1", receiver.url());
    receiver.answer(503);
    IntStream.range(0, 30).forEach(alert -> bench.alert("al-" + alert));
    bench.deliver();
    var calls = receiver.calls().size();
    assertThat(calls).isLessThan(30);
    clock.pass(Duration.ofSeconds(20));
    bench.deliver();
    assertThat(receiver.calls()).as("it is left alone").hasSize(calls);
    receiver.answer(200);
    for (var round = 0; round < 20; round++) {
      clock.pass(Duration.ofHours(1));
      bench.deliver();
    }
    assertThat(bench.of("wh-1")).hasSize(30).allMatch(each -> each.state() == State.DONE);
  }

  @Test
  void a_pause_it_asks_for_is_granted() {
    bench.hook("wh-1", receiver.url());
    receiver.askForPause(600);
    bench.alert("al-1");
    bench.deliver();
    assertThat(bench.only("wh-1").delivery().due()).isEqualTo(START.plusSeconds(600));
  }

  @Test
  void one_that_is_gone_is_switched_off_and_what_it_is_owed_is_given_up() {
    bench.hook("wh-1", receiver.url());
    receiver.answer(410);
    bench.alert("al-1");
    bench.deliver();
    assertThat(bench.endpoint("wh-1").enabled()).isFalse();
    assertThat(bench.endpoint("wh-1").disabledReason()).contains("410");
    assertThat(bench.only("wh-1").delivery().state()).isEqualTo(State.DEAD);
    bench.alert("al-2");
    assertThat(bench.of("wh-1")).as("nothing more is owed").hasSize(1);
  }

  @Test
  void what_was_given_up_can_be_replayed() {
    bench.hook("wh-1", receiver.url());
    receiver.answer(500);
    bench.alert("al-1");
    for (var round = 0; round < 20; round++) {
      bench.deliver();
      clock.pass(Duration.ofHours(11));
    }
    assertThat(bench.only("wh-1").delivery().state()).isEqualTo(State.DEAD);
    assertThat(bench.only("wh-1").delivery().reason()).contains("It answered 500.");
    receiver.answer(200);
    assertThat(bench.owing.replay(bench.only("wh-1")).block(PATIENCE)).isNotNull();
    bench.deliver();
    assertThat(bench.only("wh-1").delivery().state()).isEqualTo(State.DONE);
    assertThat(receiver.calls()).extracting(HookReceiver.Called::id).containsOnly(id(0));
  }

  @Test
  void what_waits_is_late_or_was_given_up_is_counted() {
    bench.hook("wh-1", receiver.url());
    bench.alert("al-1");
    assertThat(counted()).isEqualTo(Map.of("waiting", 1L, "late", 0L, "dead", 0L));
    clock.pass(Duration.ofMinutes(6));
    assertThat(counted()).isEqualTo(Map.of("waiting", 1L, "late", 1L, "dead", 0L));
    receiver.answer(410);
    bench.deliver();
    assertThat(counted()).isEqualTo(Map.of("waiting", 0L, "late", 0L, "dead", 1L));
  }

  private Map<String, Long> counted() {
    return Objects.requireNonNull(bench.deliveries.count(clock.instant()).block(PATIENCE));
  }

  @Test
  void what_is_on_its_way_cannot_be_replayed() {
    bench.hook("wh-1", receiver.url());
    bench.alert("al-1");
    assertThatThrownBy(() -> bench.owing.replay(bench.only("wh-1")).block(PATIENCE))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-replayable"));
  }

  @Test
  void a_private_address_is_called_only_when_whoever_runs_rapport_allows_it() {
    restart(clock);
    bench.hook("wh-1", receiver.url());
    bench.alert("al-1");
    bench.deliver();
    assertThat(receiver.calls()).isEmpty();
    var refused = bench.only("wh-1").delivery();
    assertThat(refused.state()).isEqualTo(State.DEAD);
    assertThat(refused.reason()).contains("can allow it");
  }

  @Test
  void while_a_secret_is_replaced_both_are_valid() {
    var old = bench.hook("wh-1", receiver.url());
    var endpoint = bench.endpoint("wh-1");
    var made = bench.secrets.rotated(bench.workspace, endpoint, Duration.ofHours(24), START);
    var rotated = endpoint.with(made.sealed(), made.secrets(), START);
    assertThat(bench.endpoints.replace(bench.workspace, rotated).block(PATIENCE)).isTrue();
    bench.alert("al-1");
    bench.deliver();
    fits(0, old, true);
    fits(0, made.fresh(), true);
    clock.pass(Duration.ofHours(25));
    bench.alert("al-2");
    bench.deliver();
    fits(1, old, false);
    fits(1, made.fresh(), true);
  }

  private void fits(int call, String secret, boolean whether) {
    var called = receiver.calls().get(call);
    var checked =
        StandardWebhooks.check(List.of(secret), called.headers(), called.bytes(), clock.instant());
    assertThat(checked == Checked.GENUINE).isEqualTo(whether);
  }

  private String id(int call) {
    return Objects.requireNonNull(receiver.calls().get(call)).id();
  }
}
