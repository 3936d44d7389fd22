package rapport.health.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.health.store.JobStores;
import rapport.health.store.Jobs.Seen;
import rapport.health.store.Snapshots.Snapshot;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.Patience;
import reactor.core.publisher.Mono;

/**
 * Processes that run jobs are killed in the middle, and one is missing for three days. {@code
 * -Drapport.chaos.turns=50} kills that many.
 */
class JobKillTest {

  private static final int KILLS = Integer.getInteger("rapport.chaos.turns", 2);
  private static final int ACCOUNTS = 20 + 20 * KILLS;
  private static final String WORKSPACE = "acme";
  private static final Instant BEGIN = Instant.parse("2026-03-10T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
  private static final Duration LEASE_IS_OVER = Duration.ofMinutes(3);

  private final String database = "kills-" + UUID.randomUUID();
  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final JobStores stores = new JobStores(new DocumentStore(client, database));
  private final Random random = new Random(5);

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void every_period_is_run_once_whoever_was_killed_and_however_long_nobody_was_there()
      throws IOException, InterruptedException {
    for (int i = 0; i < ACCOUNTS; i++) {
      var facts = RecomputeMeasurement.facts(i, TODAY);
      await(stores.facts().save(WORKSPACE, id(i), facts, 0, 1, List.of()));
    }
    var now = BEGIN;
    var killed = 0;
    for (int turn = 1; turn <= KILLS; turn++) {
      killed += runAndKill(now, 12 + random.nextInt(40)) ? 1 : 0;
      now = now.plus(turn == KILLS / 2 ? Duration.ofDays(3) : LEASE_IS_OVER);
    }
    var last = process(now).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(last.waitFor()).isZero();
    var runs = await(stores.jobs().newest(WORKSPACE).collectList());
    System.out.printf(
        "killed %d of %d processes; runs by more than one: %d of %d%n",
        killed, KILLS, runs.stream().filter(it -> it.holders() > 1).count(), runs.size());

    assertThat(killed).isPositive();
    assertThat(runs)
        .extracting(Seen::name)
        .containsExactlyInAnyOrder(
            "quarterly-2025-10-01",
            "monthly-2026-02-01",
            "weekly-2026-03-02",
            "daily-2026-03-09",
            "daily-2026-03-10",
            "daily-2026-03-11",
            "daily-2026-03-12");
    assertThat(runs).extracting(Seen::state).containsOnly("done");
    assertThat(runs)
        .as("every account once")
        .extracting(Seen::accounts)
        .containsOnly((long) ACCOUNTS);
    for (var day = TODAY.minusDays(1); day.isBefore(TODAY.plusDays(3)); day = day.plusDays(1)) {
      meansAreThoseOfTheAccounts(day);
    }
  }

  private void meansAreThoseOfTheAccounts(LocalDate day) {
    var ids = IntStream.range(0, ACCOUNTS).mapToObj(JobKillTest::id).toList();
    var kept = await(stores.snapshots().on(WORKSPACE, ids, List.of(day)).collectList());
    assertThat(kept).extracting(Snapshot::account).containsExactlyInAnyOrderElementsOf(ids);
    var mean =
        kept.stream()
            .filter(it -> !it.provisional() && it.score() != null)
            .mapToDouble(it -> Objects.requireNonNull(it.score()))
            .average()
            .orElseThrow();
    var summed = await(stores.days().of(WORKSPACE, day, day).single());
    assertThat(summed.score()).isCloseTo(mean, within(1e-9));
  }

  /** False when it came to its end before it could be killed. */
  private boolean runAndKill(Instant now, int ticks) throws IOException, InterruptedException {
    var process = process(now).start();
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      var ticked = said.lines().limit(ticks).count();
      process.destroyForcibly();
      return process.waitFor() != 0 && ticked == ticks;
    }
  }

  private ProcessBuilder process(Instant now) {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var own = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            own,
            JobProcess.class.getName(),
            EmbeddedStore.shared().uri(),
            database,
            now.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String id(int account) {
    return "account-%04d".formatted(account);
  }

  @SuppressWarnings("NullAway") // nothing is read of a Mono without a value
  private static <T> T await(Mono<T> mono) {
    return mono.block(Patience.PATIENCE);
  }
}
