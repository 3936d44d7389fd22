package rapport.integrations.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.email.EmailConnector;
import rapport.integrations.store.Bench;
import rapport.integrations.supabase.SupabaseConnector;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.HookReceiver;
import rapport.simulators.SupabaseSimulator;

/** Three times as many hang as there are places; the others do not notice. */
class SyncRunnerTest {

  private static final int PLACES = 64;
  private static final int DEAD = 200;
  private static final Duration NEVER = Duration.ofHours(1);

  /** Of a connection that is read every millisecond, until what is new over there is known here. */
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private final SyncSettings settings =
      new SyncSettings(
          Duration.ofMillis(1), 7, PLACES, 0.1, Duration.ofMinutes(15), Duration.ofMillis(10));
  private final SupabaseConnector connector = new SupabaseConnector(clock);
  private final EmailConnector mail = new EmailConnector(clock);
  private final SupabaseSimulator supabase = new SupabaseSimulator(clock, 8, 0);
  private Bench bench;
  private SyncRunner runner;

  @BeforeEach
  void start() {
    bench =
        new Bench(folder.resolve("keys.json"), clock, settings, NEVER, List.of(connector, mail));
    runner = new SyncRunner(bench.states, bench.started(), settings, clock);
    runner.start();
  }

  @AfterEach
  void stop() {
    runner.stop();
    bench.close();
    supabase.close();
  }

  @Test
  void systems_that_never_answer_hold_up_no_other() {
    try (var silent = new HookReceiver()) {
      silent.answer(HookReceiver.SILENT);
      var address = silent.url().replace("/hook", "");
      var dead = IntStream.range(0, DEAD).mapToObj(_ -> supabase(address)).toList();
      await().until(() -> silent.calls().size() == DEAD);
      whatIsNewIsKnownSoon();
      assertThat(silent.calls()).as("asked once each").hasSize(DEAD);
      areWaitedFor(dead);
    }
  }

  @Test
  void mailboxes_that_never_answer_hold_up_no_other() throws IOException {
    Queue<Socket> silent = new ConcurrentLinkedQueue<>();
    try (var server = new ServerSocket(0, DEAD, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> accept(server, silent));
      var dead = IntStream.range(0, DEAD).mapToObj(_ -> mailbox(server.getLocalPort())).toList();
      await().until(() -> silent.size() == DEAD);
      whatIsNewIsKnownSoon();
      areWaitedFor(dead);
    } finally {
      for (var socket : silent) {
        socket.close();
      }
    }
  }

  private static void accept(ServerSocket server, Queue<Socket> accepted) {
    try {
      while (!server.isClosed()) {
        accepted.add(server.accept());
      }
    } catch (IOException _) {
      // the test is over
    }
  }

  private void whatIsNewIsKnownSoon() {
    var alive = supabase(supabase.url());
    for (var round = 1; round <= 5; round++) {
      supabase.put("u" + round, clock.instant(), Duration.ZERO, "acme.example", round);
      var expected = round;
      await().atMost(SOON).until(() -> bench.known().size() == expected);
    }
    assertThat(bench.state(alive).error()).isNull();
  }

  private void areWaitedFor(List<StreamRef> dead) {
    assertThat(dead)
        .as("are still being waited for")
        .allSatisfy(each -> {
          assertThat(bench.state(each).error()).isNull();
          assertThat(bench.state(each).lastSyncAt()).isNull();
        });
  }

  private StreamRef supabase(String address) {
    return bench.connect(
        connector, Map.of("url", address, "view", "rapport_usage"), Map.of("key", "sb_good"));
  }

  private StreamRef mailbox(int port) {
    var shown =
        Map.of(
            "host", "127.0.0.1",
            "port", Integer.toString(port),
            "security", "none",
            "user", "us@rapport.example");
    return bench.connect(mail, shown, Map.of("password", "secret"));
  }
}
