package rapport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountArchived;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.NpsAnswered;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From signals on the topic to scores, alerts and reports. */
class AccountHealthIT extends RunningService {

  private static final JsonMapper JSON = JsonMapper.shared();
  private final Instant now = Instant.now();
  private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

  private final AccountTopic accounts = new AccountTopic();

  @AfterEach
  void closeAccounts() {
    accounts.close();
  }

  @Test
  void an_account_is_scored_and_its_score_explains_itself() throws Exception {
    healthy("acme", "Acme");
    var detail =
        eventually("/api/v1/health-scores/acme", it -> it.path("coverage").asDouble() > .8);
    assertThat(detail.path("score").asDouble()).isGreaterThan(60);
    var contributions = 0.0;
    for (var factor : detail.path("factors")) {
      for (var input : factor.path("inputs")) {
        contributions += input.path("contribution").asDouble();
        assertThat(input.path("curve").size()).isGreaterThanOrEqualTo(2);
        assertThat(input.has("value")).isEqualTo(!input.path("missing").asBoolean());
      }
    }
    assertThat(contributions).isCloseTo(detail.path("score").asDouble(), within(1e-9));
    assertThat(detail.path("churn").path("basis").asString()).isEqualTo("prior");
    assertThat(detail.path("timeline").valueStream().map(it -> it.path("day").asString()))
        .contains(today.toString());
    assertThat(get("/api/v1/health-scores").path("items").get(0).path("name").asString())
        .isEqualTo("Acme");
  }

  @Test
  void an_account_of_which_little_is_known_is_marked_until_more_is() throws Exception {
    accounts.tell(workspace, "acme", named("Acme"));
    accounts.tell(workspace, "acme", met(0));
    var little = eventually("/api/v1/health-scores/acme", it -> it.path("coverage").asDouble() > 0);
    assertThat(little.path("dataStale").asBoolean()).isTrue();
    assertThat(little.path("provisional").asBoolean()).isTrue();
    healthy("bolt", "Bolt");
    var much = eventually("/api/v1/health-scores/bolt", it -> it.path("coverage").asDouble() > .8);
    assertThat(much.path("dataStale").asBoolean()).isFalse();
  }

  @Test
  void readers_of_the_topic_get_what_they_missed() throws Exception {
    healthy("acme", "Acme");
    assertThat(told("rapport.health.events", "acme")).isNotEmpty();
    var path = "/internal/workspaces/" + workspace + "/streams";
    var reader = Caller.service(workspace, "integrations-service");
    var service =
        nobody()
            .mutate()
            .defaultHeader(ServiceTokens.HEADER, tokens.mint(reader, "health-score-service"))
            .build();
    service
        .get()
        .uri(path + "/acme/events?from=1&to=1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$[0].topic")
        .isEqualTo("rapport.health.events")
        .jsonPath("$[0].key")
        .isEqualTo(workspace + "/acme")
        .jsonPath("$[0].headers.ce_rev")
        .isEqualTo("1")
        .jsonPath("$[1]")
        .doesNotExist();
    service
        .get()
        .uri(path + "?topic=rapport.health.events")
        .exchange()
        .expectBody(String.class)
        .value(streams -> assertThat(streams).contains("\"acme\""));
    service.get().uri(path + "/acme/events?from=2&to=1").exchange().expectStatus().isBadRequest();
  }

  @Test
  void a_signal_that_comes_twice_counts_once() throws Exception {
    var first = accounts.tell(workspace, "acme", named("Acme"));
    accounts.tell(workspace, "acme", met(0));
    accounts.send(first);
    var twice = accounts.tell(workspace, "acme", met(3));
    accounts.send(twice);
    accounts.tell(workspace, "acme", named("Acme, renamed"));
    var detail =
        eventually(
            "/api/v1/health-scores/acme", it -> it.path("name").asString().endsWith("renamed"));
    assertThat(input(detail, "active_contacts").path("value").asDouble()).isEqualTo(2);
  }

  @Test
  void a_drop_is_in_the_inbox_at_once_and_is_worked_on() throws Exception {
    healthy("acme", "Acme");
    eventually("/api/v1/health-scores/acme", it -> it.path("coverage").asDouble() > .8);
    var at = System.nanoTime();
    accounts.tell(workspace, "acme", usage(0, 0));
    accounts.tell(workspace, "acme", new ChampionAssessed(null, 0, 0, 0, 0, null));
    for (int i = 0; i < 12; i++) {
      accounts.tell(
          workspace, "acme", new GoalRecorded("missed" + i, "Goal", today.minusDays(1), null));
    }
    var inbox =
        eventually(
            "/api/v1/alerts?status=open&type=health-drop", it -> it.path("items").size() > 0);
    System.out.printf(
        "from the signal to the alert in the inbox: %d ms%n",
        Duration.ofNanos(System.nanoTime() - at).toMillis());
    accounts.tell(workspace, "acme", named("Acme, all told"));
    eventually("/api/v1/health-scores/acme", it -> it.path("name").asString().endsWith("told"));
    var alert = inbox.path("items").get(0);
    assertThat(alert.path("accountName").asString()).startsWith("Acme");
    var path = "/api/v1/alerts/" + alert.path("id").asString();
    assertThat(post(path + "/acknowledge", null, 200).path("acknowledged").path("by").asString())
        .isEqualTo("user-2");
    assertThat(post(path + "/assign", Map.of("to", "user-9"), 200).path("assignee").asString())
        .isEqualTo("user-9");
    var until = now.plus(Duration.ofDays(2));
    assertThat(post(path + "/snooze", Map.of("until", until), 200).path("status").asString())
        .isEqualTo("snoozed");
    post(path + "/snooze", Map.of("until", now.minusSeconds(1)), 422);
    var cleared = post(path + "/clear", null, 200);
    assertThat(cleared.path("cleared").path("reason").asString()).isEqualTo("by-hand");
    assertThat(cleared.path("trail").valueStream().map(it -> it.path("what").asString()))
        .endsWith("acknowledged", "assigned", "snoozed", "cleared");
    post(path + "/clear", null, 409);
    post("/api/v1/alerts/nobodys/clear", null, 404);
    client().post().uri(path + "/clear").exchange().expectStatus().isForbidden();
    assertThat(told("rapport.health.events", alert.path("id").asString()))
        .containsSubsequence(
            "rapport.health.alert-opened.v1",
            "rapport.health.alert-acknowledged.v1",
            "rapport.health.alert-assigned.v1",
            "rapport.health.alert-snoozed.v1",
            "rapport.health.alert-cleared.v1");
    assertThat(told("rapport.health.events", "acme"))
        .contains("rapport.health.score-changed.v1", "rapport.health.band-crossed.v1");
    assertThat(told("rapport.health.state", "acme")).contains("rapport.health.state-recorded.v1");
  }

  @Test
  void accounts_are_listed_sorted_chosen_and_paged() throws Exception {
    for (int i = 0; i < 5; i++) {
      accounts.tell(workspace, "a" + i, named("Account " + (char) ('E' - i)));
      accounts.tell(workspace, "a" + i, contract("k", 1_000 * (i + 1)));
      accounts.tell(workspace, "a" + i, met(i * 8));
      accounts.tell(workspace, "a" + i, new ChampionAssessed("c", 80 - 10 * i, 0, 0, 0, null));
    }
    accounts.tell(workspace, "gone", named("Gone"));
    accounts.tell(workspace, "gone", new AccountArchived());
    eventually("/api/v1/health-scores", it -> it.path("items").size() == 5 && allScored(it));
    assertThat(names("/api/v1/health-scores?sort=name&limit=2")).hasSize(2);
    for (var sort : List.of("score", "-score", "name", "-arr", "renewal-on", "change", "-churn")) {
      assertThat(pages("sort=" + sort)).as(sort).hasSize(5).doesNotHaveDuplicates();
    }
    assertThat(pages("sort=-arr").getFirst()).isEqualTo("Account A");
    assertThat(pages("sort=name")).isSorted();
    assertThat(pages("q=account+b")).containsExactly("Account B");
    for (var bad : List.of("sort=size", "band=fine", "limit=0", "cursor=x")) {
      client().get().uri("/api/v1/health-scores?" + bad).exchange().expectStatus().isBadRequest();
    }
    client().get().uri("/api/v1/health-scores/gone").exchange().expectStatus().isNotFound();
  }

  @Test
  void a_workspace_changes_how_it_scores() throws Exception {
    healthy("acme", "Acme");
    var before =
        eventually("/api/v1/health-scores/acme", it -> it.path("coverage").asDouble() > .8);
    var model = get("/api/v1/health-scores/model");
    assertThat(model.path("version").asLong()).isZero();
    var yaml = model.path("yaml").asString();
    var harder = yaml.replace("curve: [[0, 0], [100, 1]]", "curve: [[0, 0], [400, 1]]");
    put(Map.of("version", 0, "yaml", yaml.replace("0.35", "0.36")), 422);
    put(Map.of("version", 3, "yaml", harder), 409);
    put(Map.of("version", 0), 400);
    assertThat(put(Map.of("version", 0, "yaml", harder), 200).path("version").asLong()).isOne();
    var after = eventually("/api/v1/health-scores/acme", it -> it.path("model").asLong() == 1);
    assertThat(after.path("score").asDouble()).isLessThan(before.path("score").asDouble());
  }

  @Test
  void reports_add_up() throws Exception {
    healthy("acme", "Acme");
    healthy("bolt", "Bolt");
    eventually(
        "/api/v1/health-scores",
        it ->
            it.path("items").size() == 2
                && it.path("items").get(0).path("coverage").asDouble() > .8
                && it.path("items").get(1).path("coverage").asDouble() > .8);
    assertThat(get("/api/v1/reports/portfolio").path("accounts").asInt()).isEqualTo(2);
    assertThat(get("/api/v1/reports/cohorts?by=segment").path("groups").size()).isOne();
    assertThat(get("/api/v1/reports/risk").path("rows").size()).isEqualTo(2);
    assertThat(get("/api/v1/reports/trend?account=acme").path("points").size()).isPositive();
    assertThat(get("/api/v1/reports/metrics").path("metrics").size()).isEqualTo(6);
    var nps = get("/api/v1/reports/metrics/nps");
    assertThat(nps.path("metric").path("value").asDouble()).isEqualTo(100);
    assertThat(nps.path("rows").size()).isEqualTo(2);
    assertThat(csv("/api/v1/reports/metrics/nps/export"))
        .containsExactly(
            "account,name,answers,detractors,promoters",
            "acme,Acme,1.0,0.0,1.0",
            "bolt,Bolt,1.0,0.0,1.0");
    assertThat(csv("/api/v1/health-scores/export?sort=-name&segment=mid-market"))
        .hasSize(3)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("bolt,Bolt,mid-market,user-1,"));
    client().get().uri("/api/v1/reports/metrics/luck").exchange().expectStatus().isNotFound();
    client()
        .get()
        .uri("/api/v1/reports/metrics/luck/export")
        .exchange()
        .expectStatus()
        .isNotFound();
    client().get().uri("/api/v1/reports/cohorts?by=luck").exchange().expectStatus().isBadRequest();
  }

  @Test
  void which_past_days_are_wanted_has_to_be_said() {
    for (var body : List.of(Map.of(), Map.of("from", "2026-01-01"), Map.of("to", "2026-01-01"))) {
      as(Role.ADMIN)
          .post()
          .uri("/api/v1/health-scores/history")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(body)
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("missing-field")
          .jsonPath("$.errors[0].path")
          .isEqualTo(body.containsKey("from") ? "to" : "from");
    }
  }

  @Test
  void views_are_saved_by_name() {
    colleague()
        .put()
        .uri("/api/v1/health-scores/views/Mine")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("query", "band=at-risk&sort=-arr"))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(get("/api/v1/health-scores/views").path("items").get(0).path("query").asString())
        .isEqualTo("band=at-risk&sort=-arr");
    colleague()
        .delete()
        .uri("/api/v1/health-scores/views/Mine")
        .exchange()
        .expectStatus()
        .isNoContent();
    colleague()
        .delete()
        .uri("/api/v1/health-scores/views/Mine")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private void healthy(String account, String name) throws Exception {
    accounts.tell(workspace, account, named(name));
    accounts.tell(workspace, account, contract("k1", 12_000));
    for (int day = 60; day >= 1; day--) {
      accounts.tell(workspace, account, usage(day, 50));
    }
    for (int i = 0; i < 8; i++) {
      accounts.tell(workspace, account, met(i * 3));
    }
    accounts.tell(workspace, account, new ChampionAssessed("c1", 80, 1, 1, 1, .5));
    accounts.tell(workspace, account, new GoalRecorded("g1", "Goal", today, today.minusDays(3)));
    accounts.tell(
        workspace, account, new NpsAnswered("n1", now.minus(Duration.ofDays(20)), 9, null));
  }

  private static AccountSignal named(String name) {
    return new AccountRecorded(name, null, "mid-market", 50, "user-1", "manual", null);
  }

  private AccountSignal usage(int daysAgo, int active) {
    return new UsageReported(today.minusDays(daysAgo), active, active, 80, 6, 10);
  }

  private AccountSignal met(int daysAgo) {
    return new InteractionLogged(
        "i" + daysAgo,
        "meeting",
        now.minus(Duration.ofDays(daysAgo)),
        Direction.OUTBOUND,
        List.of("c" + daysAgo),
        true,
        .5,
        "manual");
  }

  private AccountSignal contract(String id, int revenue) {
    return new ContractRecorded(
        id,
        today.minusDays(400),
        today.plusDays(300),
        BigDecimal.valueOf(revenue),
        "EUR",
        80,
        90,
        "active",
        null);
  }

  private static boolean allScored(JsonNode page) {
    for (var item : page.path("items")) {
      if (!item.has("score") || !item.has("arr")) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode input(JsonNode detail, String name) {
    for (var factor : detail.path("factors")) {
      for (var input : factor.path("inputs")) {
        if (input.path("input").asString().equals(name)) {
          return input;
        }
      }
    }
    throw new AssertionError(name + " is not there");
  }

  private List<String> names(String uri) {
    return get(uri).path("items").valueStream().map(it -> it.path("name").asString()).toList();
  }

  private List<String> pages(String query) {
    var names = new ArrayList<String>();
    var cursor = "";
    do {
      var page = get("/api/v1/health-scores?limit=2&" + query + cursor);
      page.path("items").valueStream().forEach(it -> names.add(it.path("name").asString()));
      cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return names;
  }

  private Set<String> told(String topicName, String stream) {
    try (var published =
        new PublishedTopic(EmbeddedBroker.shared().bootstrapServers(), topicName)) {
      var types = new LinkedHashSet<String>();
      var quiet = new HashMap<String, Integer>();
      await()
          .until(() -> {
            published
                .of(workspace + "/" + stream)
                .forEach(it -> types.add(it.headers().get("ce_type")));
            return quiet.merge(types.toString(), 1, Integer::sum) > 5 && !types.isEmpty();
          });
      return types;
    }
  }

  private JsonNode eventually(String uri, Predicate<JsonNode> says) {
    var seen = new JsonNode[1];
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          var answer = client().get().uri(uri).exchange().expectBody(String.class).returnResult();
          if (answer.getStatus().value() != 200) {
            return false;
          }
          seen[0] = JSON.readTree(answer.getResponseBody());
          return says.test(seen[0]);
        });
    return seen[0];
  }

  private JsonNode get(String uri) {
    return JSON.readTree(
        client()
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private List<String> csv(String uri) {
    var text =
        client()
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("text/csv;charset=UTF-8")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(text).lines().toList();
  }

  private JsonNode post(String uri, @Nullable Object body, int status) {
    var request = colleague().post().uri(uri);
    var answer =
        (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
            .exchange();
    answer.expectStatus().isEqualTo(status);
    return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private JsonNode put(Object body, int status) {
    var answer =
        as(Role.ADMIN)
            .put()
            .uri("/api/v1/health-scores/model")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange();
    answer.expectStatus().isEqualTo(status);
    return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }

  private WebTestClient colleague() {
    return as(Role.SUCCESS);
  }

  private WebTestClient as(Role role) {
    var caller = new Caller(workspace, "user-2", "Ben", Set.of(role), Caller.Kind.USER);
    return nobody()
        .mutate()
        .defaultHeader(ServiceTokens.HEADER, tokens.mint(caller, "health-score-service"))
        .build();
  }
}
