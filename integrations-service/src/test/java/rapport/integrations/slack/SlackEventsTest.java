package rapport.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.MovableClock;
import rapport.simulators.SlackSimulator;
import rapport.simulators.SlackWorkspace;
import reactor.core.publisher.Mono;

/** What Slack tells of its own accord comes to what reading would have found. */
class SlackEventsTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final int STEPS = 150;

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(START);
  private final SlackSimulator slack = new SlackSimulator(clock, 8, 0);
  private final SlackWorkspace acme = slack.workspace();
  private final SlackConnector connector = new SlackConnector(clock);
  private Bench bench;
  private StreamRef connection;

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
    connection =
        bench.connect(
            connector,
            Map.of("apiUrl", slack.url(), "channels", "#general"),
            Map.of("botToken", "xoxb-good", "signingSecret", SlackSimulator.SIGNING_SECRET));
    acme.user("U9", "Nora Lee", "nora@brightloom.example", "T9");
  }

  @AfterEach
  void disconnect() {
    slack.close();
    bench.close();
  }

  @Test
  void a_message_is_known_at_once_and_reading_it_later_changes_nothing() {
    var asked = acme.say("C1", now(), "U9", "Hello <@U2>");
    acme.reply("C1", asked, now().plusSeconds(1), "U2", "Hello!");
    acme.say("C1", now().plusSeconds(2), "U2", "Hello all");
    tellAll(slack.events().waiting());
    work();
    assertThat(texts().values()).containsExactly("Hello @Us", "Hello!", "Hello all");
    read();
    bench.known().values().forEach(known -> assertThat(Bench.toldRevs(known)).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_is_told_twice_and_in_whatever_order_what_is_known_is_what_is_there(long seed) {
    var random = new Random(seed);
    var said = new ArrayList<String>();
    for (int step = 0; step < STEPS; step++) {
      happen(random, said);
      if (random.nextInt(20) == 0) {
        tellAll(slack.events().muddled(random));
        work();
      }
      if (random.nextInt(50) == 0) {
        read();
      }
    }
    tellAll(slack.events().muddled(random));
    work();
    assertThat(texts()).isEqualTo(there());
    clock.pass(Duration.ofHours(25));
    read();
    assertThat(texts()).isEqualTo(there());
  }

  private void happen(Random random, List<String> said) {
    clock.pass(Duration.ofMillis(700));
    var some = said.isEmpty() ? null : said.get(random.nextInt(said.size()));
    var text = "word " + random.nextInt(1_000);
    var messages = there();
    switch (random.nextInt(6)) {
      case 0 -> {
        if (some != null && messages.containsKey(some)) {
          acme.edit("C1", some, now(), text);
        }
      }
      case 1 -> {
        if (some != null && messages.containsKey(some)) {
          acme.delete("C1", some, now());
        }
      }
      case 2 -> {
        if (some != null && messages.containsKey(some) && acme.isFirst("C1", some)) {
          said.add(acme.reply("C1", some, now(), "U2", text));
        }
      }
      case 3 -> acme.remark("C1", now(), "channel_topic", text);
      default -> said.add(acme.say("C1", now(), "U9", text));
    }
  }

  @Test
  void what_is_said_in_channels_nobody_named_is_not_kept() {
    acme.channel("C5", "elsewhere");
    acme.say("C5", now(), "U9", "Hello");
    acme.remark("C1", now(), "bot_message", "Deployed.");
    tellAll(slack.events().waiting());
    work();
    assertThat(bench.known()).isEmpty();
  }

  @Test
  void an_app_that_is_taken_out_rests_with_the_reason() {
    read();
    acme.uninstall();
    tellAll(slack.events().waiting());
    work();
    run();
    assertThat(bench.connection(connection).state()).isEqualTo(State.FAILING);
    assertThat(bench.connection(connection).trouble())
        .satisfies(trouble -> {
          assertThat(trouble.code()).isEqualTo("credentials-refused");
          assertThat(trouble.detail()).contains("account_inactive", "installed");
        });
  }

  @Test
  void that_an_app_was_taken_out_long_ago_does_no_harm_once_it_is_back() {
    acme.uninstall();
    acme.install();
    tellAll(slack.events().waiting());
    work();
    read();
    assertThat(bench.connection(connection).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void a_connection_that_reads_nothing_notices_too_that_its_app_is_gone() {
    var sends =
        bench.connect(connector, Map.of("apiUrl", slack.url()), Map.of("botToken", "xoxb-good"));
    acme.uninstall();
    bench.started().once(sends).block(PATIENCE);
    assertThat(bench.connection(sends).state()).isEqualTo(State.FAILING);
  }

  @Test
  void altered_and_stale_events_are_refused_and_copies_are_not_taken_twice() {
    acme.say("C1", now(), "U9", "Hello");
    var body = slack.events().waiting().getFirst();
    assertThat(tell(body.replace("Hello", "Hullo"), headers(body))).isEqualTo("bad-signature");
    assertThat(tell(body, Map.of())).isEqualTo("not-signed");
    var headers = headers(body);
    assertThat(tell(body, headers)).isEmpty();
    clock.pass(Duration.ofSeconds(30));
    assertThat(tell(body, headers)).isEqualTo("replayed");
    assertThat(tell(body, headers(body))).as("Slack's own second try").isEmpty();
    clock.pass(Duration.ofMinutes(6));
    assertThat(tell(body, headers)).isEqualTo("stale");
    assertThat(work()).isEqualTo(1);
  }

  private Instant now() {
    return clock.instant();
  }

  private void tellAll(List<String> bodies) {
    for (var body : bodies) {
      clock.pass(Duration.ofSeconds(1));
      assertThat(tell(body, headers(body))).isEmpty();
    }
  }

  private Map<String, String> headers(String body) {
    var headers = new HashMap<String, String>();
    slack
        .events()
        .headers(URI.create("https://rapport.example/hooks/" + connection.stream()), body)
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

  private void read() {
    for (int turn = 0; turn < 100; turn++) {
      clock.pass(Duration.ofMinutes(2));
      run();
      var state = bench.state(connection);
      assertThat(state.error()).isNull();
      if (state.nextAt().isAfter(now())) {
        return;
      }
    }
    throw new AssertionError("reading does not end");
  }

  private void run() {
    bench.started().once(connection).block(PATIENCE);
  }

  /** What is known of messages, by their times. */
  private Map<String, String> texts() {
    var texts = new TreeMap<String, String>();
    bench
        .known()
        .forEach((name, known) -> {
          var last = known.getList("news", Document.class).getLast();
          var told = Document.parse(last.getString("value"));
          if (!told.containsKey("kind")) {
            texts.put(name.substring(name.lastIndexOf('/') + 1), told.getString("text"));
          }
        });
    return texts;
  }

  /** What people have said over there and not taken back. */
  private Map<String, String> there() {
    var texts = new TreeMap<String, String>();
    acme.messages().stream()
        .filter(message -> !message.has("subtype"))
        .forEach(message ->
            texts.put(message.path("ts").asString(""), message.path("text").asString("")));
    return texts;
  }
}
