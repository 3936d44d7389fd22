package rapport.integrations.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.integrations.sync.Syncing;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.Faults;
import rapport.simulators.MovableClock;
import rapport.testkit.Patience;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * What every connector that reads keeps to, against a simulator of its system. Each extends it with
 * that simulator; what is peculiar to a system is tested beside it.
 */
public abstract class ReadingContract {

  protected static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final int RECORDS = Integer.getInteger("contract.records", 60);

  @TempDir Path folder;
  protected final MovableClock clock = new MovableClock(BEGIN);
  private @Nullable Bench bench;
  private @Nullable StreamRef connection;
  private @Nullable Syncing syncing;

  /** The connector, made for the clock of the test. */
  protected abstract Reading connector();

  /** Settings that may be shown, and those that may not. */
  protected abstract Map<String, String> shown();

  protected abstract Map<String, String> secret();

  /** Secrets that nobody has. */
  protected abstract Map<String, String> wrong();

  /** A record of that number exists since then, and says so much. */
  protected abstract void put(int number, Instant at, String words);

  /** The name it is known by. */
  protected abstract String name(int number);

  /** From now on these things go wrong. */
  protected abstract void failBy(Faults faults);

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench =
        new Bench(
            folder.resolve("keys.json"),
            clock,
            settings,
            Duration.ofSeconds(20),
            List.of(connector()));
    connection = bench.connect(connector(), shown(), secret());
    syncing = bench.started();
  }

  @AfterEach
  void disconnect() {
    bench().close();
  }

  protected final Bench bench() {
    return Objects.requireNonNull(bench);
  }

  protected final StreamRef connection() {
    return Objects.requireNonNull(connection);
  }

  @Test
  void everything_there_is_is_read_once_and_again_changes_nothing() {
    IntStream.range(0, RECORDS).forEach(i -> put(i, BEGIN.minusSeconds(60L * i + 60), "first"));
    readToTheEnd();
    assertThat(bench().known()).hasSize(RECORDS);
    assertThat(bench().state(connection()).feeds()).noneMatch(feed -> feed.isBackfilling());
    clock.pass(Duration.ofMinutes(2));
    readToTheEnd();
    bench().known().forEach((name, known) -> assertThat(Bench.toldRevs(known)).as(name).hasSize(1));
  }

  @Test
  void a_system_with_nothing_in_it_is_no_failure() {
    readToTheEnd();
    assertThat(bench().known()).isEmpty();
    assertThat(bench().state(connection()).lastSyncAt()).isEqualTo(clock.instant());
  }

  @Test
  void what_comes_later_is_met_by_the_next_pass() {
    put(1, BEGIN.minusSeconds(60), "first");
    readToTheEnd();
    clock.pass(Duration.ofMinutes(5));
    put(2, clock.instant().minusSeconds(10), "second");
    clock.pass(Duration.ofMinutes(5));
    readToTheEnd();
    assertThat(bench().known()).hasSize(2).containsKey(name(2));
  }

  @Test
  void wrong_credentials_are_for_a_person_to_mend() {
    var bad = bench().connect(connector(), shown(), wrong());
    run(bad);
    assertThat(bench().connection(bad).state()).isEqualTo(State.FAILING);
    assertThat(bench().connection(bad).trouble())
        .satisfies(trouble -> assertThat(trouble.code()).isEqualTo("credentials-refused"));
  }

  @Test
  void the_test_of_a_connection_says_whether_it_works() {
    var good = new HashMap<>(shown());
    good.putAll(secret());
    var found =
        connector()
            .test(bench().accesses().tryOut("w", "cn-1", good))
            .map(SignedIn::found)
            .block(Patience.PATIENCE);
    assertThat(found).isNotBlank();
  }

  @Test
  void whatever_fails_and_whoever_is_killed_nothing_is_missed_and_nothing_doubled()
      throws InterruptedException {
    var random = new Random(11);
    IntStream.range(0, RECORDS).forEach(i -> put(i, BEGIN.minusSeconds(60L * i + 60), "first"));
    var running = new AtomicReference<@Nullable Disposable>();
    var faults = new Faults(random, 0.2, () -> kill(running));
    failBy(faults);
    var expected = new ArrayList<Integer>(IntStream.range(0, RECORDS).boxed().toList());
    for (int round = 0; round < 15; round++) {
      put(RECORDS + round, clock.instant().minusSeconds(5), "late " + round);
      expected.add(RECORDS + round);
      runUnder(running);
      clock.pass(Duration.ofSeconds(30 + random.nextInt(120)));
    }
    faults.end();
    for (int round = 0; round < 3; round++) {
      clock.pass(Duration.ofMinutes(16));
      readToTheEnd();
    }
    var known = bench().known();
    assertThat(known.keySet())
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(this::name).toList());
    known.forEach((name, document) -> assertThat(Bench.toldRevs(document)).as(name).hasSize(1));
  }

  private static void kill(AtomicReference<@Nullable Disposable> running) {
    var victim = running.getAndSet(null);
    if (victim != null) {
      victim.dispose();
    }
  }

  private void runUnder(AtomicReference<@Nullable Disposable> running) throws InterruptedException {
    var ended = new CountDownLatch(1);
    var turn = syncing().once(connection()).doFinally(_ -> ended.countDown()).onErrorComplete();
    var mine = Disposables.swap();
    running.set(mine);
    mine.replace(turn.subscribe());
    if (!ended.await(Patience.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("a turn does not end");
    }
    if (running.getAndSet(null) == null) { // killed: a new process knows nothing of the old one
      syncing = bench().started();
      clock.pass(Duration.ofMinutes(2));
    }
  }

  private Syncing syncing() {
    return Objects.requireNonNull(syncing);
  }

  protected final void readToTheEnd() {
    for (int turn = 0; turn < 1_000; turn++) {
      run(connection());
      var state = bench().state(connection());
      assertThat(state.error()).isNull();
      if (state.nextAt().isAfter(clock.instant())) {
        return;
      }
    }
    throw new AssertionError("reading does not end");
  }

  protected final void run(StreamRef ref) {
    syncing().once(ref).block(Patience.PATIENCE);
  }
}
