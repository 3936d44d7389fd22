package rapport.integrations.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.ReadingContract;
import rapport.simulators.Faults;
import rapport.simulators.SupabaseSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The statements people are told to run, in the database they run them in. */
class SupabaseDatabaseTest extends ReadingContract {

  private static final int MOST_ROWS = 8;

  /** Days of one company before the first; the numbers of records are counted from there. */
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  private static ProductDatabase product;
  private final Connection database;
  private final PostgrestSubstitute postgrest;

  SupabaseDatabaseTest() throws SQLException {
    database = product.connect();
    postgrest = new PostgrestSubstitute(database, MOST_ROWS);
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

  @AfterEach
  void empty() throws SQLException {
    ProductDatabase.run(database, "truncate public.rapport_usage_days, auth.users");
    database.close();
    postgrest.close();
  }

  @Override
  protected Reading connector() {
    return new SupabaseConnector(clock);
  }

  @Override
  protected Map<String, String> shown() {
    return Map.of("url", postgrest.url(), "view", "rapport_usage");
  }

  @Override
  protected Map<String, String> secret() {
    return Map.of("key", "sb_good");
  }

  @Override
  protected Map<String, String> wrong() {
    return Map.of("key", "sb_bad");
  }

  @Override
  protected void put(int number, Instant at, String words) {
    putAt("acme.example", FIRST.plusDays(number), at, number);
  }

  /** As it was at that time: without the trigger, whose time is now. */
  private void putAt(String domain, LocalDate day, Instant at, int users) {
    try (var insert =
        database.prepareStatement(
            "set session_replication_role = replica;"
                + " insert into rapport_usage_days (domain, day, active_users, seats, updated_at)"
                + " values (?, ?, ?, 40, ?); reset session_replication_role")) {
      insert.setString(1, domain);
      insert.setObject(2, day);
      insert.setInt(3, users);
      insert.setTimestamp(4, Timestamp.from(at));
      insert.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected String name(int number) {
    return "rapport_usage/acme.example/" + FIRST.plusDays(number);
  }

  @Override
  protected void failBy(Faults faults) {
    postgrest.failBy(faults);
  }

  @Test
  void pages_full_of_one_stamp_are_read_through_in_whatever_order_the_database_has_for_words() {
    var domains =
        List.of("b.example", "a-b.example", "ab.example", "ä.example", "a.b.example", "0a.example");
    for (var domain : domains) {
      for (int i = 0; i < 10; i++) {
        putAt(domain, FIRST.plusDays(i), BEGIN.minusSeconds(60), i);
      }
    }
    readToTheEnd();
    assertThat(bench().known()).hasSize(60);
  }

  @Test
  void the_database_answers_what_the_simulator_answers() throws Exception {
    try (var simulator = new SupabaseSimulator(clock, MOST_ROWS, 0)) {
      for (int i = 0; i < 20; i++) {
        var at = BEGIN.minusSeconds(600 + i / 5);
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var domain = "c%02d.example".formatted(i);
        putAt(domain, day, at, i);
        simulator.put(domain + "/" + day, at, Duration.ZERO, domain, i);
      }
      var query = "";
      var pages = new ArrayList<Integer>();
      do {
        var real = page(postgrest.url(), query);
        assertThat(withoutNulls(real)).isEqualTo(withoutNulls(page(simulator.url(), query)));
        pages.add(real.size());
        query = real.isEmpty() ? "" : after(real.get(real.size() - 1));
      } while (!query.isEmpty());
      assertThat(pages).containsExactly(8, 8, 4, 0);
    }
  }

  @Test
  void a_day_that_changes_is_told_again_one_that_stays_is_not_and_one_that_is_deleted_stays_known()
      throws SQLException {
    account("ada@acme.example", "2026-02-28 08:00Z", "2026-03-01 08:00Z");
    account("bob@ACME.example", "2026-02-01 08:00Z", "2026-02-27 08:00Z");
    account("eve@globex.example", "2026-02-01 08:00Z", "2026-02-01 08:00Z");
    ProductDatabase.run(database, "select rapport_count_usage('2026-03-01')");
    var stamps = stamps();
    ProductDatabase.run(database, "select rapport_count_usage('2026-03-01')");
    assertThat(stamps()).as("the same again").isEqualTo(stamps);
    readToTheEnd();
    var name = "rapport_usage/acme.example/2026-03-01";
    assertThat(last(name))
        .containsEntry("domain", "acme.example")
        .containsEntry("day", "2026-03-01")
        .containsEntry("activeUsers", 1)
        .containsEntry("weeklyActiveUsers", 2)
        .containsEntry("seats", 2);

    ProductDatabase.run(
        database,
        "update auth.users set last_sign_in_at = '2026-03-01 09:00Z' where email like 'bob%'");
    ProductDatabase.run(database, "select rapport_count_usage('2026-03-01')");
    ProductDatabase.run(database, "delete from rapport_usage_days where domain = 'globex.example'");
    clock.pass(Duration.ofMinutes(5));
    readToTheEnd();
    assertThat(last(name)).containsEntry("activeUsers", 2);
    assertThat(bench().known().keySet())
        .containsExactlyInAnyOrder(name, "rapport_usage/globex.example/2026-03-01");
    assertThat(
            bench()
                .known("rapport_usage/globex.example/2026-03-01")
                .getList("news", Document.class))
        .hasSize(1);
  }

  @Test
  void whoever_has_only_the_public_key_reads_nothing_and_counts_nothing() throws SQLException {
    put(1, BEGIN, "");
    for (var role : List.of("anon", "authenticated")) {
      for (var statement :
          List.of(
              "select * from rapport_usage",
              "select * from rapport_usage_days",
              "select rapport_count_usage()")) {
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

  private void account(String email, String since, String seen) throws SQLException {
    try (var insert =
        database.prepareStatement(
            "insert into auth.users (email, created_at, last_sign_in_at)"
                + " values (?, ?::timestamptz, ?::timestamptz)")) {
      insert.setString(1, email);
      insert.setString(2, since);
      insert.setString(3, seen);
      insert.execute();
    }
  }

  private List<String> stamps() throws SQLException {
    var stamps = new ArrayList<String>();
    try (var query = database.createStatement();
        var found = query.executeQuery("select id, updated_at from rapport_usage order by id")) {
      while (found.next()) {
        stamps.add(found.getString(1) + " " + found.getString(2));
      }
    }
    return stamps;
  }

  private Document last(String name) {
    var news = bench().known(name).getList("news", Document.class);
    return Document.parse(news.getLast().getString("value"));
  }

  private static String after(JsonNode row) {
    var stamp = row.get("updated_at").stringValue();
    return "(updated_at.gt.\"%1$s\",and(updated_at.eq.\"%1$s\",id.gt.\"%2$s\"))"
        .formatted(stamp, row.get("id").stringValue());
  }

  private static JsonNode page(String url, String after) throws IOException, InterruptedException {
    var condition =
        after.isEmpty() ? "" : "&or=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    var uri =
        URI.create(
            url
                + "/rest/v1/rapport_usage?select=*&order=updated_at.asc,id.asc&limit=1000"
                + condition);
    var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer sb_good").build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return JsonMapper.shared().readTree(answer.body());
    }
  }

  /** By name, as a column that the simulator lacks is null in the view. */
  private static List<Map<String, Object>> withoutNulls(JsonNode rows) {
    var all = new ArrayList<Map<String, Object>>();
    for (var row : rows) {
      var values = new TreeMap<String, Object>();
      row.properties().stream()
          .filter(each -> !each.getValue().isNull())
          .forEach(each -> values.put(each.getKey(), each.getValue()));
      all.add(values);
    }
    return all;
  }
}
