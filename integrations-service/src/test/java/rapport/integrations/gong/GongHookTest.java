package rapport.integrations.gong;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.GongSimulator;
import rapport.simulators.MovableClock;
import reactor.core.publisher.Mono;

/** A call that Gong tells of is read at once, as Gong has it then. */
class GongHookTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(START);
  private final GongSimulator gong = new GongSimulator(clock, 8, 0);
  private final GongConnector connector = new GongConnector(clock);
  private Bench bench;
  private StreamRef connection;

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
    connection = connect(Map.of("webhookKey", gong.publicKey()));
  }

  private StreamRef connect(Map<String, String> more) {
    var shown = new HashMap<>(Map.of("apiUrl", gong.url(), "accessKey", "key"));
    shown.putAll(more);
    return bench.connect(connector, shown, Map.of("accessKeySecret", "secret"));
  }

  @AfterEach
  void disconnect() {
    gong.close();
    bench.close();
  }

  @Test
  void calls_told_twice_and_in_another_order_are_known_once() {
    for (int i = 0; i < 20; i++) {
      put("c" + i, START.minus(Duration.ofDays(i)));
    }
    gong.hook().muddled(new Random(5)).forEach(body -> assertThat(tell(body)).isEmpty());
    work();
    assertThat(bench.known()).hasSize(20).containsKey("call/c19");
    bench.known().values().forEach(known -> assertThat(Bench.toldRevs(known)).hasSize(1));
  }

  @Test
  void a_call_that_is_not_to_be_seen_yet_is_left_to_reading() {
    gong.put("late", START, Duration.ofHours(2), "late", "ada@acme.example");
    gong.hook().waiting().forEach(body -> assertThat(tell(body)).isEmpty());
    work();
    assertThat(bench.known()).isEmpty();
    clock.pass(Duration.ofHours(3));
    bench.started().once(connection).block(PATIENCE);
    assertThat(bench.known()).containsOnlyKeys("call/late");
  }

  @Test
  void what_is_altered_stale_or_for_somebody_else_is_refused() {
    put("c1", START);
    var body = gong.hook().waiting().getFirst();
    assertThat(tell(body + " ", headers(address(connection), body))).isEqualTo("bad-signature");
    assertThat(tell(body, headers(URI.create("https://other.example/hooks/cn-9"), body)))
        .isEqualTo("bad-signature");
    assertThat(tell(body, Map.of())).isEqualTo("not-signed");
    var headers = headers(address(connection), body);
    clock.pass(Duration.ofMinutes(6));
    assertThat(tell(body, headers)).isEqualTo("stale");
    assertThat(work()).isZero();
  }

  @Test
  void a_copy_of_a_request_changes_nothing() {
    put("c1", START);
    var body = gong.hook().waiting().getFirst();
    var headers = headers(address(connection), body);
    assertThat(tell(body, headers)).isEmpty();
    assertThat(tell(body, headers)).isEmpty();
    assertThat(work()).isEqualTo(1);
  }

  @Test
  void a_trial_of_the_address_is_answered_and_does_nothing() {
    assertThat(tell("{\"isTest\":true,\"callData\":{\"metaData\":{\"id\":\"1\"}}}")).isEmpty();
    assertThat(work()).isZero();
  }

  @Test
  void without_a_key_nobody_is_believed() {
    put("c1", START);
    var body = gong.hook().waiting().getFirst();
    connection = connect(Map.of());
    assertThat(tell(body)).isEqualTo("no-public-key");
    connection = connect(Map.of("webhookKey", "no key"));
    assertThat(tell(body)).isEqualTo("no-public-key");
  }

  private void put(String id, Instant started) {
    gong.put(id, started, Duration.ZERO, "prices", "ada@acme.example");
  }

  private static URI address(StreamRef ref) {
    return URI.create("https://rapport.example/hooks/" + ref.stream());
  }

  private String tell(String body) {
    return tell(body, headers(address(connection), body));
  }

  private Map<String, String> headers(URI address, String body) {
    var headers = new HashMap<String, String>();
    gong.hook()
        .headers(address, body)
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  /** The code of the refusal; empty when it is taken. */
  private String tell(String body, Map<String, String> headers) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = new HookRequest("/hooks/" + connection.stream(), headers, bytes);
    return bench
        .hooks()
        .take(connection.stream(), request)
        .thenReturn("")
        .onErrorResume(Problem.class, problem -> Mono.just(problem.code()))
        .blockOptional(PATIENCE)
        .orElse("");
  }

  private long work() {
    return bench.workOffHooks();
  }
}
