package rapport.integrations.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.util.PSQLException;
import rapport.contracts.FieldValue;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Pushing.OurRecord;
import rapport.integrations.connector.Pushing.Result;
import rapport.integrations.connector.Pushing.Sought;
import rapport.integrations.connector.Pushing.Target;
import rapport.integrations.push.Kind;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;

/** What a real PostgreSQL makes of what is written, in the tables people are told to make. */
class SupabaseTablesTest {

  private static ProductDatabase product;
  @TempDir Path folder;
  private final SupabaseConnector connector = new SupabaseConnector(Clock.systemUTC());
  private final Connection database;
  private final PostgrestSubstitute postgrest;
  private Bench bench;
  private Access access;

  SupabaseTablesTest() throws SQLException {
    database = product.connect();
    postgrest = new PostgrestSubstitute(database, 1_000);
  }

  @BeforeAll
  static void start() throws IOException, SQLException {
    product = ProductDatabase.start();
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
  }

  @BeforeEach
  void connect() throws SQLException {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench =
        new Bench(
            folder.resolve("keys.json"), Clock.systemUTC(), settings, PATIENCE, List.of(connector));
    var connection =
        bench.connect(connector, Map.of("url", postgrest.url()), Map.of("key", "sb_good"));
    access = bench.accesses().open(bench.connection(connection));
    ProductDatabase.run(
        database,
        """
        truncate rapport_accounts, rapport_contacts, rapport_leads, rapport_tasks;
        drop table if exists people;
        create table people (rapport_id text unique, score integer check (score < 100), note text);
        """);
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
    postgrest.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_tables_of_our_statements_take_everything_that_can_be_told(Kind kind) {
    var target = new Target(kind, connector.object(kind));
    var columns = Set.copyOf(connector.proposed(kind).values());
    assertThat(refusal(target.object(), columns)).isEmpty();
    var fields = new HashMap<String, FieldValue>();
    columns.forEach(column -> fields.put(column, value(column)));
    var written = write(target, new OurRecord("r-1", null, fields));
    assertThat(written).containsExactly(new Result.Done("r-1"));
    var sought = List.of(new Sought("r-1", null, null), new Sought("r-2", null, null));
    var found = connector.find(access, target, sought, columns).block(PATIENCE);
    assertThat(Objects.requireNonNull(found).records())
        .singleElement()
        .satisfies(there -> assertThat(there.fields()).isEqualTo(fields));
    connector.remove(access, target, List.of("r-1", "r-2")).then().block(PATIENCE);
    assertThat(rows(target.object())).isZero();
  }

  private static FieldValue value(String column) {
    return switch (column) {
      case "employees",
          "health_score",
          "churn_probability",
          "lead_points",
          "conversion_probability" ->
          FieldValue.Num.of(73);
      case "due" -> FieldValue.text("2026-03-01");
      default -> FieldValue.text("some " + column);
    };
  }

  @Test
  void what_is_missing_is_said_and_nothing_is_written() throws SQLException {
    assertThat(refusal("people", Set.of("score"))).isEmpty();
    assertThat(refusal("no_table", Set.of("score"))).isEqualTo("table-missing");
    assertThat(refusal("people", Set.of("points"))).isEqualTo("column-missing");
    for (var right : List.of("select", "insert", "update", "delete")) {
      ProductDatabase.run(database, "revoke " + right + " on people from service_role");
      assertThat(refusal("people", Set.of("score"))).as(right).isEqualTo("right-missing");
      ProductDatabase.run(database, "grant " + right + " on people to service_role");
    }
    ProductDatabase.run(database, "alter table people drop constraint people_rapport_id_key");
    assertThat(refusal("people", Set.of("score"))).isEqualTo("not-unique");
    ProductDatabase.run(
        database,
        "drop table people; create table people (rapport_id uuid primary key, score integer)");
    assertThat(refusal("people", Set.of("score"))).isEqualTo("id-unfit");
    ProductDatabase.run(database, "drop table people; create table people (score integer)");
    assertThat(refusal("people", Set.of("score"))).isEqualTo("column-missing");
    assertThat(rows("people")).isZero();
  }

  @Test
  void a_row_that_does_not_fit_keeps_none_of_the_others_and_other_columns_stay() {
    var people = new Target(Kind.LEAD, "people");
    write(people, row("r-1", "note", FieldValue.text("a"), "score", FieldValue.Num.of(1)));
    var results =
        write(
            people,
            row("r-1", "score", FieldValue.Num.of(2)),
            row("r-2", "score", FieldValue.Num.of(200)),
            row("r-3", "score", FieldValue.text("much")),
            row("r-4", "note", FieldValue.text("it's \"b\", and more")),
            row("r-5", "score", FieldValue.Num.of(5)));
    assertThat(results)
        .extracting(result -> result instanceof Result.Refused refused ? refused.code() : "written")
        .containsExactly("written", "check-violation", "not-fitting", "written", "written");
    var sought = List.of(new Sought("r-1", null, null));
    var found = connector.find(access, people, sought, Set.of("note", "score")).block(PATIENCE);
    assertThat(Objects.requireNonNull(found).records().getFirst().fields())
        .containsEntry("note", FieldValue.text("a"))
        .containsEntry("score", FieldValue.Num.of(2));
    assertThat(rows("people")).isEqualTo(3);
  }

  @Test
  void whoever_has_only_the_public_key_sees_and_writes_nothing() throws SQLException {
    for (var role : List.of("anon", "authenticated")) {
      for (var statement : List.of("select * from rapport_leads", "delete from rapport_leads")) {
        try (var one = product.connect()) {
          ProductDatabase.run(one, "set role " + role);
          assertThatThrownBy(() -> ProductDatabase.run(one, statement))
              .as(role + ": " + statement)
              .isInstanceOf(PSQLException.class)
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  private String refusal(String table, Set<String> columns) {
    try {
      connector.check(access, new Target(Kind.LEAD, table), columns, true).block(PATIENCE);
      return "";
    } catch (ConnectorException e) {
      return e.code();
    }
  }

  private List<Result> write(Target target, OurRecord... rows) {
    var written = connector.write(access, target, List.of(rows)).block(PATIENCE);
    return Objects.requireNonNull(written).results();
  }

  private static OurRecord row(String id, Object... namesAndValues) {
    var fields = new HashMap<String, FieldValue>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (FieldValue) namesAndValues[i + 1]);
    }
    return new OurRecord(id, null, fields);
  }

  private long rows(String table) {
    try (var query = database.createStatement();
        var found = query.executeQuery("select count(*) from " + table)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
