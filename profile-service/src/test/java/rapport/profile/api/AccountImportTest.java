package rapport.profile.api;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that become accounts. {@code -Dimport.rows=100000} makes the large one that large and
 * prints how long it took.
 */
class AccountImportTest extends ApiSetting {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROWS = Integer.getInteger("import.rows", 100);
  private static final int PART = 200_000;
  private static final String PARTS = "account_import_parts";
  private static final Duration LONG = Patience.PATIENCE.multipliedBy(1 + ROWS / 300);

  @Autowired DocumentStore store;

  @BeforeEach
  void asSales() {
    client = as(TestCallers.user(tokens, workspace, Role.SALES));
  }

  @Test
  void a_file_is_previewed_checked_and_taken_over() {
    var id =
        uploaded(
            """
            Account ID;Company;Headcount;E-Mail;Role
            1;Mill;12;ada@mill.example;champion
            2;;7;;
            3;Bay;many;;
            4;Cove;9;not an address;
            5;;;;
            6;Dune;;;
            """,
            PART);
    get(path(id))
        .jsonPath("$.columns[1].field")
        .isEqualTo("name")
        .jsonPath("$.columns[1].samples[0]")
        .isEqualTo("Mill")
        .jsonPath("$.status")
        .isEqualTo("uploading");
    post(path(id) + "/run", "{}").isEqualTo(409);
    post(path(id) + "/check", "{\"mapping\":[\"moon\",null,null,null,null]}").isEqualTo(422);
    post(path(id) + "/check", "{}").isOk();
    var checked = when(id, "checked");
    assertThat(checked.get("tally").toString())
        .isEqualTo("{\"rows\":6,\"created\":2,\"updated\":0,\"unchanged\":0,\"failed\":4}");
    assertThat(checked.get("problems").findValuesAsString("row"))
        .containsExactly("2", "3", "4", "5");
    get("/api/v1/accounts").jsonPath("$.items.length()").isEqualTo(0);
    post(path(id) + "/run", "{}").isOk();
    when(id, "done");
    get("/api/v1/accounts?q=mill").jsonPath("$.items[0].contacts").isEqualTo(1);
    get("/api/v1/accounts").jsonPath("$.items.length()").isEqualTo(2);
  }

  @Test
  void what_a_person_typed_stays_and_the_rest_follows_the_file() {
    run("id,name,industry,city\n1,Mill,food,Bonn\n");
    var account = JSON.readTree(text(client, "/api/v1/accounts")).at("/items/0/id").asString();
    client
        .patch()
        .uri("/api/v1/accounts/" + account)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"changes\":{\"industry\":\"toys\"}}")
        .exchange()
        .expectStatus()
        .isOk();
    run("id,name,industry,city\n1,Mill,mining,Ulm\n");
    get("/api/v1/accounts/" + account)
        .jsonPath("$.account.details.industry")
        .isEqualTo("toys")
        .jsonPath("$.account.details.city")
        .isEqualTo("Ulm");
  }

  @Test
  void a_file_imported_again_doubles_nothing() {
    var file =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "%d,Company %d,%d,p%d@example.com\n".formatted(i, i, i % 900, i))
            .collect(Collectors.joining("", "id,name,employees,email\n", ""));
    var before = System.nanoTime();
    assertThat(run(file).at("/tally/created").asInt()).isEqualTo(ROWS);
    report(System.nanoTime() - before);
    assertThat(run(file).at("/tally/unchanged").asInt()).isEqualTo(ROWS);
    get("/api/v1/accounts?q=" + (ROWS - 1)).jsonPath("$.items.length()").isEqualTo(1);
  }

  private static void report(long nanos) {
    var runtime = Runtime.getRuntime();
    var used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.printf(
        "%d rows uploaded, checked and taken over in %.1f s, %.0f rows/s, heap %d of at most %d MB%n",
        ROWS, nanos / 1e9, ROWS / (nanos / 1e9), used, runtime.maxMemory() >> 20);
  }

  @Test
  void what_is_no_csv_is_refused_and_parts_come_in_order() {
    var id = begun();
    part(id, 1, "a,b\n").isEqualTo(409);
    client
        .put()
        .uri(path(id) + "/parts/0")
        .contentType(new MediaType("text", "csv"))
        .bodyValue(new byte[] {(byte) 0xE9, '\n'})
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    part(id, 0, "name, and no end of the line").isEqualTo(422);
    part(id, 0, "name\n").isOk();
    part(id, 0, "name\n").isOk();
    get(path(id)).jsonPath("$.parts").isEqualTo(1);
    client = as(TestCallers.viewer(tokens, workspace));
    status(path(id)).isForbidden();
  }

  @Test
  void a_file_is_kept_until_it_is_taken_over_and_no_longer() {
    var id = uploaded("id,name,email\n1,Mill,ada@mill.example\n2,Bay,\n", 15);
    post(path(id) + "/check", "{}").isOk();
    when(id, "checked");
    assertThat(parts()).isGreaterThan(2);
    post(path(id) + "/run", "{}").isOk();
    when(id, "done");
    await().untilAsserted(() -> assertThat(parts()).isZero());
    post(path(id) + "/run", "{}").isEqualTo(409);
    post(path(id) + "/check", "{}").isEqualTo(409);
    cancel(id).isEqualTo(409);
    get(path(id)).jsonPath("$.status").isEqualTo("done").jsonPath("$.tally.rows").isEqualTo(2);
  }

  @Test
  void whoever_stops_one_has_its_file_deleted() {
    var others = uploaded("name\nCove\n", PART);
    var id = uploaded("name\nMill\n", 6);
    cancel(id).isOk();
    assertThat(parts()).isEqualTo(1);
    cancel(id).isOk();
    post(path(id) + "/check", "{}").isEqualTo(409);
    part(id, 2, "name\n").isEqualTo(409);
    get(path(id)).jsonPath("$.status").isEqualTo("cancelled");
    post(path(others) + "/check", "{}").isOk();
    when(others, "checked");
  }

  @Test
  void one_that_lost_a_part_to_an_erasure_fails_and_says_so() {
    var id = uploaded("name\nMill\nBay\nCove\n", 10);
    var second = eq("_id", workspace + "/" + id + ":000001");
    assertThat(store.collection(PARTS).delete(workspace, second).block()).isTrue();
    post(path(id) + "/check", "{}").isOk();
    var failed = when(id, "failed");
    assertThat(failed.at("/problems/0/row").asInt()).isEqualTo(2);
    assertThat(failed.at("/problems/0/detail").asString()).contains("erased", "upload it again");
    assertThat(parts()).isZero();
  }

  @Test
  void a_small_file_does_not_wait_for_the_large_one_of_somebody_else() {
    var rows = IntStream.range(0, 300).mapToObj(i -> "Company " + i + "\n");
    var large = uploaded(rows.collect(Collectors.joining("", "name\n", "")), 14);
    post(path(large) + "/check", "{}").isOk();
    when(large, "checked");
    post(path(large) + "/run", "{}").isOk();
    await().until(() -> JSON.readTree(text(client, path(large))).get("read").asInt() > 0);
    var small = uploaded("name\nMill\n", PART);
    post(path(small) + "/check", "{}").isOk();
    when(small, "checked");
    get(path(large)).jsonPath("$.status").isEqualTo("running");
    cancel(large).isOk();
  }

  @Test
  void one_that_nobody_goes_on_with_is_stopped_after_a_week() {
    var id = uploaded("name\nMill\n", PART);
    begunBefore(Duration.ofDays(6));
    post(path(id) + "/check", "{}").isOk();
    when(id, "checked");
    begunBefore(Duration.ofDays(8));
    when(id, "cancelled");
    await().untilAsserted(() -> assertThat(parts()).isZero());
  }

  private void begunBefore(Duration age) {
    var at = set("createdAt", Date.from(Instant.now().minus(age)));
    assertThat(store.collection("account_imports").update(workspace, empty(), at).block()).isTrue();
  }

  @Test
  void what_a_row_says_is_as_old_as_the_moment_it_was_taken_over() {
    var id = uploaded("name\nMill\n", PART);
    post(path(id) + "/check", "{}").isOk();
    when(id, "checked");
    var begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    post(path(id) + "/run", "{}").isOk();
    when(id, "done");
    var mill = JSON.readTree(text(client, "/api/v1/accounts")).at("/items/0");
    assertThat(Instant.parse(mill.get("changedAt").asString())).isAfterOrEqualTo(begun);
  }

  @Test
  void what_a_crash_left_of_a_file_that_is_over_is_deleted() {
    var id = uploaded("name\nMill\n", PART);
    cancel(id).isOk();
    var bytes = set("bytes", new Binary(new byte[] {1}));
    var part = eq("_id", workspace + "/" + id + ":000001");
    store.collection(PARTS).upsert(workspace, part, bytes).block();
    var unfinished = unset("forgotten");
    assertThat(store.collection("account_imports").update(workspace, empty(), unfinished).block())
        .isTrue();
    await().untilAsserted(() -> assertThat(parts()).isZero());
  }

  private long parts() {
    return requireNonNull(store.collection(PARTS).count(workspace, empty()).block());
  }

  private StatusAssertions cancel(String id) {
    return client.delete().uri(path(id)).exchange().expectStatus();
  }

  private JsonNode run(String file) {
    var id = uploaded(file, PART);
    post(path(id) + "/check", "{}").isOk();
    when(id, "checked");
    post(path(id) + "/run", "{}").isOk();
    return when(id, "done");
  }

  private JsonNode when(String id, String status) {
    return await()
        .atMost(LONG)
        .until(
            () -> {
              // A large file takes longer than a caller's token lives.
              asSales();
              return JSON.readTree(text(client, path(id)));
            },
            it -> it.get("status").asString().equals(status));
  }

  private String uploaded(String file, int size) {
    var id = begun();
    var bytes = file.getBytes(UTF_8);
    for (var at = 0; at * size < bytes.length; at++) {
      var part = Arrays.copyOfRange(bytes, at * size, Math.min(bytes.length, (at + 1) * size));
      part(id, at, new String(part, UTF_8)).isOk();
    }
    return id;
  }

  private String begun() {
    var answer =
        post("/api/v1/accounts/imports", "{\"name\":\"customers.csv\"}")
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return JSON.readTree(requireNonNull(answer)).get("id").asString();
  }

  private StatusAssertions part(String id, int number, String text) {
    return send(
        client.put().uri(path(id) + "/parts/" + number), new MediaType("text", "csv"), text);
  }

  private StatusAssertions post(String uri, String body) {
    return send(client.post().uri(uri), MediaType.APPLICATION_JSON, body);
  }

  private static StatusAssertions send(
      WebTestClient.RequestBodySpec request, MediaType type, String body) {
    return request.contentType(type).bodyValue(body).exchange().expectStatus();
  }

  private static String path(String id) {
    return "/api/v1/accounts/imports/" + id;
  }
}
