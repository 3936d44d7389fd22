package rapport.integrations.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.contracts.IntegrationEvent;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.signature.SlackSignature;
import rapport.integrations.signature.StandardWebhooks;
import rapport.integrations.slack.SlackConnector;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.MovableClock;

/** What another system tells is taken once; what is altered, replayed or stale is not taken. */
class HooksTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(START);
  private final TellingConnector telling = new TellingConnector();
  private final SlackConnector slack = new SlackConnector(clock);
  private Bench bench;
  private StreamRef connection;

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench =
        new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(telling, slack));
    connection = bench.connect(telling, Map.of(), Map.of("secret", TellingConnector.SECRET));
  }

  @AfterEach
  void disconnect() {
    bench.close();
  }

  @Test
  void what_is_told_is_worked_off() {
    tell("msg_1", "acme", clock.instant());
    work();
    assertThat(bench.known()).containsOnlyKeys("Account/acme");
  }

  @Test
  void what_is_told_twice_is_worked_off_once() {
    tell("msg_1", "acme", clock.instant());
    work();
    clock.pass(Duration.ofSeconds(30));
    tell("msg_1", "acme", clock.instant());
    assertThat(work()).isZero();
    assertThat(Bench.toldRevs(bench.known("Account/acme"))).containsExactly(1L);
  }

  @Test
  void what_is_told_of_somebody_who_was_erased_is_not_taken_in_again() {
    var stream = IntegrationEvent.streamOf(connection.stream(), "Account", "acme");
    new ErasedStreams(bench.store(), clock).add(bench.workspace, List.of(stream)).block(PATIENCE);
    tell("msg_1", "acme", clock.instant());
    tell("msg_2", "mill", clock.instant());
    work();
    assertThat(bench.known()).containsOnlyKeys("Account/mill");
  }

  @Test
  void the_same_request_again_is_refused() {
    tell("msg_1", "acme", clock.instant());
    clock.pass(Duration.ofSeconds(30));
    refused("replayed", () -> tell("msg_1", "acme", START));
  }

  @Test
  void an_altered_request_is_refused() {
    var headers = signed("msg_1", "acme", clock.instant());
    refused("bad-signature", () -> take(connection, headers, "acne"));
    assertThat(work()).isZero();
  }

  @Test
  void a_stale_request_is_refused() {
    refused("stale", () -> tell("msg_1", "acme", START.minusSeconds(301)));
    assertThat(work()).isZero();
  }

  @Test
  void an_unsigned_request_is_refused() {
    refused("not-signed", () -> take(connection, Map.of(), "acme"));
  }

  @Test
  void nobody_listens_where_nothing_is_connected() {
    refused("not-found", () -> take(new StreamRef("w", "cn-none"), Map.of(), "acme"));
  }

  @Test
  void what_cannot_be_worked_off_now_is_tried_again() {
    telling.fail(2);
    tell("msg_1", "acme", clock.instant());
    work();
    assertThat(work()).as("before its time").isZero();
    clock.pass(Duration.ofMinutes(1));
    work();
    assertThat(bench.known()).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    work();
    assertThat(bench.known()).containsOnlyKeys("Account/acme");
  }

  @Test
  void systems_that_hang_hold_up_nobody_else() {
    for (var number = 0; number < 24; number++) {
      tell("silent_" + number, TellingConnector.SILENT + number, clock.instant());
    }
    tell("msg_1", "acme", clock.instant());
    var worker = new HookWorker(bench.hookWork(), bench.arrivals(), clock);
    worker.start();
    await().until(() -> bench.known().containsKey("Account/acme"));
    telling.speak();
    worker.stop();
  }

  @Test
  void slack_is_told_that_somebody_is_here() {
    var body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}";
    assertThat(slack(body, clock.instant())).isEqualTo("3eZbrw1a");
  }

  @Test
  void slacks_events_are_kept_once_by_their_id() {
    var body =
        "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\"}}";
    slack(body, clock.instant());
    clock.pass(Duration.ofSeconds(10));
    slack(body, clock.instant());
    assertThat(work()).isEqualTo(1);
  }

  private @Nullable StreamRef slackConnection;

  private @Nullable String slack(String body, Instant at) {
    if (slackConnection == null) {
      slackConnection =
          bench.connect(slack, Map.of(), Map.of("botToken", "xoxb-1", "signingSecret", "shh"));
    }
    var headers =
        Map.of(
            SlackSignature.TIMESTAMP,
            Long.toString(at.getEpochSecond()),
            SlackSignature.SIGNATURE,
            SlackSignature.sign("shh", at, body.getBytes(StandardCharsets.UTF_8)));
    return take(slackConnection, headers, body);
  }

  private void tell(String id, String account, Instant at) {
    take(connection, signed(id, account, at), account);
  }

  private static Map<String, String> signed(String id, String body, Instant at) {
    return StandardWebhooks.headers(
        List.of(TellingConnector.SECRET), id, at, body.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String take(StreamRef ref, Map<String, String> headers, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = new HookRequest("/hooks/" + ref.stream(), headers, bytes);
    return bench.hooks().take(ref.stream(), request).block(PATIENCE);
  }

  private long work() {
    return bench.workOffHooks();
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
