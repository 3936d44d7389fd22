package rapport.integrations.push.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.contracts.FieldValue;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Pushing.Target;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.Removal;
import rapport.integrations.push.Said;
import rapport.integrations.push.engine.PushBench.Remote;
import rapport.integrations.supabase.SupabaseConnector;
import rapport.simulators.Faults;
import rapport.simulators.MovableClock;
import rapport.simulators.SupabaseSimulator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import tools.jackson.databind.node.ObjectNode;

/** What tables of a Supabase project have of what we know, whatever goes wrong on the way. */
class SupabasePushTest {

  private static final int CHAOS_TURNS = Integer.getInteger("rapport.chaos.turns", 12);
  private static final String LEADS = "rapport_leads";
  private static final String[] COLUMNS = {
    "first_name",
    "last_name",
    "email",
    "phone",
    "company",
    "industry",
    "status",
    "lead_points",
    "lead_grade",
    "conversion_probability",
    "persona",
    "next_best_action"
  };

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SupabaseSimulator supabase = new SupabaseSimulator(clock, 1_000, 0);
  private final SupabaseConnector connector = new SupabaseConnector(clock);
  private PushBench bench;

  @BeforeEach
  void start() {
    supabase.table(LEADS, COLUMNS);
    bench =
        new PushBench(folder.resolve("keys.json"), clock, Remote.supabase(clock, supabase.url()));
  }

  @AfterEach
  void stop() {
    bench.close();
    supabase.close();
  }

  @Test
  void nothing_is_written_unless_somebody_wants_it() {
    bench.lead("l-1");
    bench.run();
    assertThat(supabase.upserts()).isEmpty();
  }

  @Test
  void what_is_known_is_written_in_batches_once_and_as_it_is_at_last() {
    IntStream.range(0, 450).forEach(i -> bench.lead("l-" + i, "company", "Acme"));
    bench.push(Kind.LEAD);
    bench.lead("l-7", "company", "Acme Inc");
    bench.run();
    assertThat(supabase.upserts()).containsExactly(200, 200, 50);
    assertThat(row("l-7").get("company").stringValue()).isEqualTo("Acme Inc");
    bench.lead("l-7", "company", "Acme Inc");
    bench.run();
    assertThat(supabase.upserts()).as("nothing is other than before").hasSize(3);
  }

  @Test
  void a_change_leaves_the_other_columns_as_they_are() {
    bench.push(Kind.LEAD);
    bench.lead("l-1", "company", "Acme", "phone", "1");
    bench.lead("l-2", "company", "Bolt");
    bench.run();
    bench.lead("l-1", "company", "Acme", "phone", "2");
    bench.lead("l-2", "company", "Bolt & Sons");
    bench.run();
    assertThat(row("l-1").get("company").stringValue()).isEqualTo("Acme");
    assertThat(row("l-1").get("phone").stringValue()).isEqualTo("2");
    assertThat(row("l-2").get("company").stringValue()).isEqualTo("Bolt & Sons");
  }

  @Test
  void a_score_follows_ours_and_what_somebody_wrote_over_there_stays() {
    bench.push(Kind.LEAD);
    scored("l-1", "Acme", 40);
    bench.run();
    supabase.edit(LEADS, "l-1", "company", "Acme & Sons");
    supabase.edit(LEADS, "l-1", "lead_points", "1");
    scored("l-1", "Acme Inc", 73);
    bench.run();
    assertThat(row("l-1").get("lead_points").intValue()).isEqualTo(73);
    assertThat(row("l-1").get("company").stringValue()).isEqualTo("Acme & Sons");
    assertThat(bench.job(Kind.LEAD, "l-1").kept()).containsExactly("company");
  }

  @Test
  void one_row_that_is_refused_keeps_none_of_the_others_and_goes_when_it_is_retried() {
    bench.push(Kind.LEAD);
    supabase.refuse(LEADS, "l-3", "23502");
    IntStream.range(0, 20).forEach(i -> bench.lead("l-" + i));
    bench.run();
    assertThat(supabase.rows(LEADS)).hasSize(19);
    var refused = bench.job(Kind.LEAD, "l-3");
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(Objects.requireNonNull(refused.error()).code()).isEqualTo("not-null-violation");
    assertThat(refused.error().fields()).containsExactly("owner");
    supabase.refuse(LEADS, "l-3", null);
    bench.jobs.retryRefused(bench.connection, clock.instant()).then().block(PATIENCE);
    bench.pushes.hurry(bench.connection, clock.instant()).block(PATIENCE);
    bench.run();
    assertThat(supabase.rows(LEADS)).hasSize(20);
  }

  @Test
  void a_table_that_went_away_is_said_and_everything_arrives_when_it_is_back() {
    bench.push(Kind.TASK, Kind.LEAD, Kind.ACCOUNT);
    bench.know("account", "a-1", new Known("Acme", true, Map.of("name", Said.ours("Acme"))));
    bench.run();
    assertThat(Objects.requireNonNull(bench.stored().progress().error()).code())
        .isEqualTo("table-missing");
    supabase.table(
        "rapport_accounts",
        "name",
        "industry",
        "employees",
        "segment",
        "health_score",
        "health_band",
        "churn_probability");
    clock.pass(Duration.ofHours(1));
    bench.run();
    assertThat(bench.stored().progress().error()).isNull();
    assertThat(supabase.rows("rapport_accounts")).hasSize(1);
  }

  @Test
  void a_table_that_is_refused_keeps_no_other_from_being_written() {
    supabase.table(
        "rapport_accounts",
        "name",
        "industry",
        "employees",
        "segment",
        "health_score",
        "health_band",
        "churn_probability");
    supabase.deny("rapport_accounts", "POST");
    bench.push(Kind.LEAD, Kind.ACCOUNT);
    bench.know("account", "a-1", new Known("Acme", true, Map.of("name", Said.ours("Acme"))));
    bench.lead("l-1");
    bench.run();
    assertThat(supabase.rows(LEADS)).hasSize(1);
    assertThat(Objects.requireNonNull(bench.stored().progress().error()).detail())
        .contains("rapport_accounts");
    bench.lead("l-2");
    bench.run();
    assertThat(supabase.rows(LEADS)).as("within seconds").hasSize(2);
    assertThat(bench.stored().nextAt()).as("and it rests").isAfter(clock.instant());
  }

  @Test
  void a_table_that_lets_nothing_be_deleted_keeps_nothing_from_being_written() {
    bench.push(Kind.LEAD);
    bench.lead("l-1");
    bench.run();
    supabase.deny(LEADS, "DELETE");
    bench.removals.note(List.of(erased("l-1"))).block(PATIENCE);
    bench.lead("l-2");
    bench.run();
    assertThat(supabase.rows(LEADS)).hasSize(2);
    assertThat(Objects.requireNonNull(bench.stored().progress().error()).code())
        .isEqualTo("right-missing");
  }

  @Test
  void what_we_wrote_can_be_deleted_and_whatever_another_table_needs_is_said() {
    bench.push(Kind.LEAD);
    IntStream.range(0, 5).forEach(i -> bench.lead("l-" + i));
    bench.run();
    supabase.refuse(LEADS, "l-2", "23503");
    var target = new Target(Kind.LEAD, LEADS);
    var removed =
        connector.remove(access(), target, List.of("l-1", "l-2", "l-3", "l-none")).block(PATIENCE);
    assertThat(supabase.rows(LEADS))
        .extracting(row -> row.get("rapport_id").stringValue())
        .containsExactlyInAnyOrder("l-0", "l-2", "l-4");
    assertThat(Objects.requireNonNull(removed).refused()).containsOnlyKeys("l-2");
  }

  @Test
  void what_could_not_be_written_is_known_before_anything_is() {
    assertThat(check(LEADS, Set.of("company", "lead_points"))).isEmpty();
    assertThat(check("no_table", Set.of("company"))).isEqualTo("table-missing");
    assertThat(check(LEADS, Set.of("companies"))).isEqualTo("column-missing");
    assertThat(check(LEADS, Set.of("rapport_id"))).isEqualTo("column-taken");
    supabase.deny(LEADS, "DELETE");
    assertThat(check(LEADS, Set.of("company"))).isEqualTo("right-missing");
    assertThat(supabase.rows(LEADS)).isEmpty();
  }

  private String check(String table, Set<String> columns) {
    try {
      connector.check(access(), new Target(Kind.LEAD, table), columns, true).block(PATIENCE);
      return "";
    } catch (ConnectorException e) {
      return e.code();
    }
  }

  @Test
  void whatever_fails_and_whoever_is_killed_each_is_there_once_as_it_is_at_last() {
    bench.push(Kind.LEAD);
    var random = new Random(11);
    var killed = Disposables.swap();
    var faults = new Faults(random, 0.5, () -> killed.get().dispose());
    supabase.failBy(faults);
    var last = new HashMap<String, String>();
    for (var turn = 0; turn < CHAOS_TURNS; turn++) {
      for (var change = 0; change < 20; change++) {
        var id = "l-" + random.nextInt(100);
        var company = "Acme " + random.nextInt(1_000);
        last.put(id, company);
        bench.lead(id, "company", company);
      }
      bench.spread();
      clock.pass(Duration.ofSeconds(3));
      turnUnder(killed);
      clock.pass(Duration.ofMinutes(random.nextInt(8)));
    }
    faults.end();
    for (var round = 0; round < 4; round++) {
      clock.pass(Duration.ofMinutes(16));
      bench.run();
    }
    assertThat(faults.kills()).as("somebody was killed").isPositive();
    assertThat(supabase.rows(LEADS)).hasSameSizeAs(last.keySet());
    last.forEach((id, company) ->
        assertThat(row(id).get("company").stringValue()).as(id).isEqualTo(company));
  }

  private void turnUnder(Disposable.Swap killed) {
    var ended = new CountDownLatch(1);
    killed.replace(
        bench
            .started()
            .once(bench.connection)
            .onErrorComplete()
            .doFinally(_ -> ended.countDown())
            .subscribe());
    try {
      assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void scored(String id, String company, int points) {
    var values =
        Map.of(
            "company", Said.ours(company), "lead_points", Said.figure(FieldValue.Num.of(points)));
    bench.know("lead", id, new Known(id, true, values));
  }

  private Removal erased(String lead) {
    var connection = bench.connection;
    return new Removal(
        "r-1",
        connection.workspace(),
        connection.stream(),
        "supabase",
        Kind.LEAD,
        lead,
        Removal.State.WAITING,
        0,
        null);
  }

  private Access access() {
    return bench.bench.accesses().open(bench.bench.connection(bench.connection));
  }

  private ObjectNode row(String id) {
    return supabase.rows(LEADS).stream()
        .filter(row -> row.get("rapport_id").stringValue().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no lead " + id));
  }
}
