package rapport.integrations.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.integrations.sync.Syncing;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.Faults;
import rapport.simulators.MovableClock;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;
import rapport.testkit.Patience;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Nothing missed, nothing doubled. {@code -Dsalesforce.rows=} and {@code -Dsalesforce.page=} make
 * the organisation larger.
 */
class SalesforceSyncTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final int ROWS = Integer.getInteger("salesforce.rows", 1_500);
  private static final int PAGE = Integer.getInteger("salesforce.page", 60);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(BEGIN);
  private final SalesforceTables tables = new SalesforceTables(true);
  private final SalesforceSimulator salesforce = new SalesforceSimulator(tables, clock, PAGE, 0);
  private final SalesforceConnector connector = new SalesforceConnector(clock);
  private Bench bench;
  private StreamRef connection;
  private Syncing syncing;

  @BeforeEach
  void connect() {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench =
        new Bench(
            folder.resolve("keys.json"), clock, settings, ANSWER_PATIENCE, List.of(connector));
    connection =
        bench.connect(
            connector,
            Map.of("loginUrl", salesforce.url(), "clientId", "key", "disqualified", "Unqualified"),
            Map.of("clientSecret", "secret"));
    syncing = bench.started();
  }

  @AfterEach
  void disconnect() {
    salesforce.close();
    bench.close();
  }

  @Test
  void reads_a_page_full_of_one_stamp() {
    accounts(0, 10 * PAGE, BEGIN.minus(Duration.ofDays(1)));
    readToTheEnd();
    assertThat(bench.known()).hasSize(10 * PAGE);
    assertThat(bench.state(connection).feed("Account").added()).isEqualTo(10L * PAGE);
    assertThat(bench.state(connection).feed("Account").total()).isEqualTo(10L * PAGE);
    assertThat(bench.state(connection).feed("Account").isBackfilling()).isFalse();
  }

  @Test
  void sees_a_row_that_was_committed_behind_the_cursor() {
    accounts(0, 3, BEGIN.minusSeconds(60));
    tables.put(
        "Account", id(99), BEGIN.minusSeconds(300), Duration.ofMinutes(8), Map.of("Name", "Late"));
    readToTheEnd();
    assertThat(bench.known()).hasSize(3);
    clock.pass(Duration.ofMinutes(4));
    readToTheEnd();
    assertThat(bench.known()).hasSize(4).containsKey("Account/" + id(99));
  }

  @Test
  void asks_for_nothing_again_once_it_is_settled() {
    accounts(0, 5 * PAGE, BEGIN.minusSeconds(60));
    readToTheEnd();
    clock.pass(Duration.ofMinutes(12));
    readToTheEnd();
    var before = bench.state(connection).feed("Account").seen();
    clock.pass(Duration.ofMinutes(2));
    readToTheEnd();
    assertThat(bench.state(connection).feed("Account").seen()).isEqualTo(before);
  }

  @Test
  void sees_what_was_deleted() {
    accounts(0, 2, BEGIN.minusSeconds(60));
    readToTheEnd();
    clock.pass(Duration.ofMinutes(1));
    tables.delete("Account", id(1), clock.instant());
    clock.pass(Duration.ofMinutes(1));
    readToTheEnd();
    var gone = bench.known("Account/" + id(1));
    assertThat(gone.getString("digest")).isEqualTo("deleted");
    assertThat(Bench.toldRevs(gone)).containsExactly(1L, 2L);
  }

  @Test
  void a_deal_that_is_won_names_the_lead_it_began_with() {
    tables.put(
        "Lead",
        "00Q000000000001AAA",
        BEGIN.minusSeconds(90),
        Duration.ZERO,
        Map.of(
            "Name", "Nora Lee",
            "Email", "Nora@Acme.example",
            "IsConverted", true,
            "Rapport_Id__c", "lead-7",
            "ConvertedOpportunityId", "006000000000001AAA"));
    tables.put(
        "Opportunity",
        "006000000000001AAA",
        BEGIN.minusSeconds(60),
        Duration.ZERO,
        Map.of("Name", "40 seats", "IsClosed", true, "IsWon", true, "Amount", 18000));
    readToTheEnd();
    var told = bench.known("Opportunity/006000000000001AAA").getList("news", Document.class);
    var deal = Document.parse(told.getLast().getString("value"));
    assertThat(deal.getString("status")).isEqualTo("won");
    assertThat(deal.getList("people", Document.class))
        .singleElement()
        .satisfies(person -> {
          assertThat(person.getString("rapportId")).isEqualTo("lead-7");
          assertThat(person.getString("email")).isEqualTo("nora@acme.example");
        });
  }

  @Test
  void an_organisation_without_the_field_for_our_id_is_read_all_the_same() {
    try (var other = new SalesforceSimulator(new SalesforceTables(false), clock, PAGE, 0)) {
      var plain =
          bench.connect(
              connector,
              Map.of("loginUrl", other.url(), "clientId", "key"),
              Map.of("clientSecret", "secret"));
      run(plain);
      assertThat(bench.state(plain).error()).isNull();
      assertThat(bench.state(plain).lastSyncAt()).isNotNull();
    }
  }

  @Test
  void a_secret_that_was_changed_over_there_is_for_a_person_to_mend_and_then_it_goes_on() {
    readToTheEnd();
    salesforce.rotate("another");
    clock.pass(Duration.ofMinutes(2));
    run(connection);
    assertThat(bench.connection(connection).state()).isEqualTo(State.FAILING);
    assertThat(bench.connection(connection).trouble())
        .satisfies(trouble -> {
          assertThat(trouble.code()).isEqualTo("credentials-refused");
          assertThat(trouble.detail()).contains("secret");
        });
    salesforce.rotate("secret");
    clock.pass(Duration.ofHours(1));
    run(connection);
    assertThat(bench.connection(connection).state()).isEqualTo(State.ACTIVE);
    assertThat(bench.state(connection).error()).isNull();
  }

  @Test
  void stops_when_only_the_reserve_of_requests_is_left_and_goes_on_where_it_was() {
    accounts(0, 20 * PAGE, BEGIN.minus(Duration.ofDays(1)));
    salesforce.allow(5);
    run(connection);
    var spent = bench.state(connection);
    assertThat(spent.error()).isNull();
    assertThat(spent.budgetLeft()).isZero();
    assertThat(spent.nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(bench.known()).hasSizeLessThan(20 * PAGE);
    salesforce.allow(1_000_000);
    clock.pass(Duration.ofMinutes(15));
    readToTheEnd();
    assertThat(bench.known()).hasSize(20 * PAGE);
  }

  @Test
  void a_connection_that_is_stopped_in_the_middle_saves_nothing_more() {
    accounts(0, 5 * PAGE, BEGIN.minus(Duration.ofDays(1)));
    salesforce.onRequest(3, () -> bench.stop(connection));
    run(connection);
    assertThat(bench.state(connection).feed("Account").seen()).isLessThan(5L * PAGE);
    bench.resume(connection);
    clock.pass(Duration.ofMinutes(2));
    readToTheEnd();
    assertThat(bench.known()).hasSize(5 * PAGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_fails_and_whoever_is_killed_nothing_is_missed_and_nothing_doubled(long seed)
      throws InterruptedException {
    var random = new Random(seed);
    accounts(0, ROWS / 3, BEGIN.minus(Duration.ofDays(2)));
    for (int i = ROWS / 3; i < ROWS; i++) {
      var stamp = BEGIN.minus(Duration.ofSeconds(random.nextInt(86_400)));
      tables.put("Account", id(i), stamp, Duration.ZERO, Map.of("Name", "Account " + i));
    }
    var running = new AtomicReference<@Nullable Disposable>();
    var faults = new Faults(random, 0.15, () -> kill(running));
    salesforce.failBy(faults);
    for (int round = 0; round < 40; round++) {
      mutate(random, round);
      runUnder(running);
      clock.pass(Duration.ofSeconds(30 + random.nextInt(120)));
    }
    faults.end();
    for (int round = 0; round < 4; round++) {
      clock.pass(Duration.ofMinutes(16));
      readToTheEnd();
    }
    assertThat(faults.kills()).as("somebody was killed").isPositive();
    compare();
  }

  private static void kill(AtomicReference<@Nullable Disposable> running) {
    var victim = running.getAndSet(null);
    if (victim != null) {
      victim.dispose();
    }
  }

  /** Rows are added, some of them seen only minutes later; some change, some are deleted. */
  private void mutate(Random random, int round) {
    var now = clock.instant();
    for (int i = 0; i < 10; i++) {
      var late = Duration.ofSeconds(random.nextInt(540));
      tables.put(
          "Account",
          id(ROWS + 10 * round + i),
          now.minus(late),
          random.nextBoolean() ? late.plusSeconds(random.nextInt(50)) : Duration.ZERO,
          Map.of("Name", "Added " + random.nextInt()));
      tables.put(
          "Account",
          id(ROWS / 2 + random.nextInt(ROWS / 2)),
          now.plusMillis(i),
          Duration.ZERO,
          Map.of("Name", "Changed " + random.nextInt()));
    }
    tables.delete("Account", id(round), now);
  }

  private void runUnder(AtomicReference<@Nullable Disposable> running) throws InterruptedException {
    var ended = new CountDownLatch(1);
    var turn = syncing.once(connection).doFinally(_ -> ended.countDown()).onErrorComplete();
    var mine = Disposables.swap();
    running.set(mine);
    mine.replace(turn.subscribe());
    if (!ended.await(Patience.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("a turn does not end");
    }
    if (running.getAndSet(null) == null) { // killed: a new process knows nothing of the old one
      syncing = bench.started();
      clock.pass(Duration.ofMinutes(2));
    }
  }

  private void compare() {
    var known = bench.known();
    var rows = tables.last("Account");
    var last = new HashMap<String, Long>();
    rows.forEach((id, row) ->
        last.put(
            "Account/" + id, Stamps.read(row.get("SystemModstamp").stringValue()).toEpochMilli()));
    assertThat(known.keySet()).isEqualTo(last.keySet());
    rows.forEach((id, row) ->
        assertThat(
                Objects.requireNonNull(known.get("Account/" + id))
                    .getString("digest")
                    .equals("deleted"))
            .as(id)
            .isEqualTo(row.get("IsDeleted").booleanValue()));
    known.forEach((key, document) -> {
      assertThat(document.getLong("version")).as(key).isEqualTo(last.get(key));
      var versions = Bench.toldVersions(document);
      assertThat(versions).as(key).isSorted().doesNotHaveDuplicates();
      assertThat(Bench.toldRevs(document)).as(key).hasSameSizeAs(versions).isSorted();
    });
  }

  private void accounts(int from, int to, Instant stamp) {
    for (int i = from; i < to; i++) {
      tables.put("Account", id(i), stamp, Duration.ZERO, Map.of("Name", "Account " + i));
    }
  }

  private static String id(int i) {
    return "001%012dAAA".formatted(i);
  }

  private void readToTheEnd() {
    for (int turn = 0; turn < 1_000; turn++) {
      run(connection);
      var state = bench.state(connection);
      assertThat(state.error()).isNull();
      if (state.nextAt().isAfter(clock.instant())) {
        return;
      }
    }
    throw new AssertionError("reading does not end");
  }

  private void run(StreamRef ref) {
    syncing.once(ref).block(Patience.PATIENCE);
  }
}
