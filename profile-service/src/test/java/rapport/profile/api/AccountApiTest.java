package rapport.profile.api;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.store.DocumentStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as a client sees them. */
class AccountApiTest extends ApiSetting {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Outbox outbox;
  @Autowired DocumentStore store;

  @BeforeEach
  void asSales() {
    client = as(TestCallers.user(tokens, workspace, Role.SALES));
  }

  @Test
  void an_account_begins_as_a_prospect_that_is_researched() {
    var id = account("Harbour Mills");
    get("/api/v1/accounts/" + id)
        .jsonPath("$.account.details.name")
        .isEqualTo("Harbour Mills")
        .jsonPath("$.account.standing.stage")
        .isEqualTo("prospect")
        .jsonPath("$.account.standing.step")
        .isEqualTo("research")
        .jsonPath("$.account.sources.name.system")
        .isEqualTo("manual")
        .jsonPath("$.insight.completeness.missing[0]")
        .isEqualTo("domain");
  }

  @Test
  void everything_that_happens_is_told_in_dense_revisions() {
    var id = account("Harbour Mills");
    var contact = contact(id, "Ada", "champion");
    log(id, "m-1", contact);
    var revs =
        requireNonNull(
            outbox
                .unpublished(java.util.Set.of(workspace + "/" + id), 100)
                .concatMapIterable(entry -> entry.messages())
                .map(message -> message.headers().get("ce_rev") + " " + type(message.headers()))
                .collectList()
                .block());
    assertThat(revs)
        .containsExactly(
            "1 account-recorded",
            "2 lifecycle-moved",
            "3 contact-recorded",
            "4 champion-assessed",
            "5 interaction-logged",
            "6 champion-assessed");
  }

  private static String type(Map<String, String> headers) {
    return requireNonNull(headers.get("ce_type"))
        .replace("rapport.account.", "")
        .replace(".v1", "");
  }

  @Test
  void an_account_told_by_the_same_source_twice_is_one() {
    var body = Map.of("details", Map.of("name", "Mill"), "source", "csv", "externalId", "7");
    post("/api/v1/accounts", body).isCreated();
    post("/api/v1/accounts", body).isEqualTo(409);
    get("/api/v1/accounts").jsonPath("$.items.length()").isEqualTo(1);
  }

  @Test
  void a_contact_or_deal_of_another_account_is_not_taken_from_it() {
    var mill = account("Mill");
    var bay = account("Bay");
    var things =
        Map.of("contact", Map.of("name", "Ada"), "deal", Map.of("name", "First", "kind", "new"));
    things.forEach((thing, details) -> {
      var all = "/api/v1/" + thing + "s";
      var told = Map.<String, Object>of("details", details, "source", "crm", "externalId", "7");
      post(all, with(told, mill)).isCreated();
      post(all, with(told, bay)).isEqualTo(409);
      get(all)
          .jsonPath("$.items.length()")
          .isEqualTo(1)
          .jsonPath("$.items[0].account")
          .isEqualTo(mill);
    });
  }

  @Test
  void of_two_accounts_told_of_the_same_in_the_same_moment_one_has_it() {
    var mill = account("Mill");
    var bay = account("Bay");
    var things =
        Map.of("contacts", Map.of("name", "Ada"), "deals", Map.of("name", "First", "kind", "new"));
    things.forEach((thing, details) -> {
      var told = Map.<String, Object>of("details", details, "source", "crm", "externalId", "7");
      post("/api/v1/" + thing, with(told, mill)).isCreated();
      // As it is for a moment after the write: stored, and not listed yet.
      var listed = store.collection(thing).deleteAll(workspace, eq("account", mill));
      assertThat(listed.block()).isOne();
      post("/api/v1/" + thing, with(told, bay)).isEqualTo(409);
    });
  }

  private static Map<String, Object> with(Map<String, Object> body, String account) {
    var all = new LinkedHashMap<>(body);
    all.put("account", account);
    return all;
  }

  @Test
  void an_interaction_told_twice_is_there_once() {
    var id = account("Mill");
    var contact = contact(id, "Ada", "champion");
    post("/api/v1/interactions", interaction(id, "m-1", contact, "Hello")).isCreated();
    post("/api/v1/interactions", interaction(id, "m-1", contact, "Hello")).isOk();
    post("/api/v1/interactions", interaction(id, "m-1", contact, "Hello again")).isOk();
    get("/api/v1/interactions?account=" + id)
        .jsonPath("$.items.length()")
        .isEqualTo(1)
        .jsonPath("$.items[0].interaction.details.subject")
        .isEqualTo("Hello again");
  }

  @Test
  void a_withdrawn_interaction_no_longer_counts() {
    var id = account("Mill");
    var contact = contact(id, "Ada", "champion");
    log(id, "m-1", contact);
    var found = json("/api/v1/interactions?account=" + id);
    var key = found.at("/items/0/interaction/id").asString();
    client
        .delete()
        .uri("/api/v1/accounts/" + id + "/interactions/" + key)
        .exchange()
        .expectStatus()
        .isOk();
    get("/api/v1/interactions?account=" + id).jsonPath("$.items.length()").isEqualTo(0);
    get("/api/v1/accounts/" + id).jsonPath("$.insight.threads.inTouch").isEqualTo(0);
  }

  @Test
  void a_change_made_on_old_ground_is_refused() {
    var id = account("Mill");
    patch("/api/v1/accounts/" + id, Map.of("rev", 1, "changes", Map.of("industry", "food"))).isOk();
    patch("/api/v1/accounts/" + id, Map.of("rev", 1, "changes", Map.of("industry", "toys")))
        .isEqualTo(409);
    get("/api/v1/accounts/" + id).jsonPath("$.account.details.industry").isEqualTo("food");
  }

  @Test
  void history_says_who_changed_what() {
    var id = account("Mill");
    patch("/api/v1/accounts/" + id, Map.of("changes", Map.of("industry", "food"))).isOk();
    get("/api/v1/accounts/" + id + "/history")
        .jsonPath("$[0].by")
        .isEqualTo("user-1")
        .jsonPath("$[0].changes[0].edits[0].path")
        .isEqualTo("industry")
        .jsonPath("$[0].changes[0].edits[0].to")
        .isEqualTo("food")
        .jsonPath("$[1].rev")
        .isEqualTo(2);
  }

  @Test
  void a_move_needs_what_its_stage_needs_and_a_reason() {
    var id = account("Mill");
    var move = Map.of("stage", "opportunity", "step", "discovery", "reason", "they called");
    post("/api/v1/accounts/" + id + "/lifecycle", move).isEqualTo(422);
    contact(id, "Ada", "champion");
    post("/api/v1/accounts/" + id + "/lifecycle", move).isOk();
    post("/api/v1/accounts/" + id + "/lifecycle", Map.of("stage", "prospect", "step", "research"))
        .isBadRequest();
    post("/api/v1/accounts/" + id + "/lifecycle", Map.of("stage", "moon", "step", "research"))
        .isBadRequest();
    get("/api/v1/accounts?stage=opportunity").jsonPath("$.items.length()").isEqualTo(1);
  }

  @Test
  void a_contact_who_left_is_no_champion() {
    var id = account("Mill");
    var contact = contact(id, "Ada", "champion");
    log(id, "m-1", contact);
    get("/api/v1/accounts/" + id).jsonPath("$.insight.champion.contact").isEqualTo(contact);
    post("/api/v1/contacts/" + contact + "/leave", Map.of()).isOk();
    get("/api/v1/accounts/" + id).jsonPath("$.insight.champion").doesNotExist();
    get("/api/v1/contacts?active=false&account=" + id)
        .jsonPath("$.items[0].contact.id")
        .isEqualTo(contact);
  }

  @Test
  void a_deal_remembers_its_stages_and_slips() {
    var id = account("Mill");
    var details = Map.of("name", "First", "kind", "new", "amount", 12000, "closesOn", "2026-05-01");
    var deal =
        JSON.readTree(
                post("/api/v1/deals", Map.of("account", id, "details", details))
                    .isCreated()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody())
            .at("/deal/id")
            .asString();
    patch("/api/v1/deals/" + deal, Map.of("rev", 1, "changes", Map.of("closesOn", "2026-06-01")))
        .isOk();
    post("/api/v1/deals/" + deal + "/stage", Map.of("stage", "negotiation")).isOk();
    post("/api/v1/deals/" + deal + "/stage", Map.of("stage", "lost")).isEqualTo(422);
    get("/api/v1/deals?open=true")
        .jsonPath("$.items[0].deal.slips")
        .isEqualTo(1)
        .jsonPath("$.items[0].deal.visits[1].stage")
        .isEqualTo("negotiation");
  }

  @Test
  void reports_told_again_change_nothing() {
    var id = account("Mill");
    var days = Map.of("days", List.of(Map.of("day", "2026-03-01", "activeUsers", 3, "seats", 9)));
    post("/api/v1/accounts/" + id + "/usage", days)
        .isOk()
        .expectBody()
        .json("{\"told\":1,\"changed\":1}");
    post("/api/v1/accounts/" + id + "/usage", days)
        .isOk()
        .expectBody()
        .json("{\"told\":1,\"changed\":0}");
    var outcomes =
        Map.of(
            "goals", List.of(Map.of("goal", "g", "name", "Live", "dueOn", "2026-03-01")),
            "roi", List.of(Map.of("measurement", "r", "on", "2026-03-01", "roi", 1.5)),
            "nps", List.of(Map.of("answer", "n", "at", "2026-03-01T10:00:00Z", "score", 9)));
    post("/api/v1/accounts/" + id + "/outcomes", outcomes).isOk();
    post("/api/v1/accounts/" + id + "/outcomes", outcomes)
        .isOk()
        .expectBody()
        .json("{\"told\":3,\"changed\":0}");
    get("/api/v1/accounts/" + id + "/reports").jsonPath("$.items.length()").isEqualTo(4);
  }

  @Test
  void a_contract_counts_towards_what_a_year_brings() {
    var id = account("Mill");
    put("/api/v1/accounts/" + id + "/contracts/c-1", Map.of("terms", terms("EUR"))).isOk();
    get("/api/v1/accounts?sort=-arr")
        .jsonPath("$.items[0].arr")
        .isEqualTo(48000)
        .jsonPath("$.items[0].currency")
        .isEqualTo("EUR")
        .jsonPath("$.items[0].renewsOn")
        .isEqualTo("2026-12-31");
  }

  @Test
  void what_contracts_of_several_currencies_bring_has_none() {
    var id = account("Mill");
    put("/api/v1/accounts/" + id + "/contracts/c-1", Map.of("terms", terms("EUR"))).isOk();
    put("/api/v1/accounts/" + id + "/contracts/c-2", Map.of("terms", terms("USD"))).isOk();
    get("/api/v1/accounts?sort=-arr")
        .jsonPath("$.items[0].arr")
        .isEqualTo(96000)
        .jsonPath("$.items[0].currency")
        .doesNotExist();
  }

  private static Map<String, Object> terms(String currency) {
    return Map.of(
        "startsOn", "2026-01-01",
        "endsOn", "2026-12-31",
        "annualRecurringRevenue", 48000,
        "currency", currency,
        "status", "active");
  }

  @Test
  void lists_every_account_once_page_by_page_however_it_is_sorted() {
    for (var name : List.of("Beta", "alpha", "Gamma", "Delta", "epsilon")) {
      account(name);
    }
    for (var sort : List.of("name", "-name", "arr", "renewsOn", "-lastTouchAt", "-changedAt")) {
      var seen = new ArrayList<String>();
      var cursor = "";
      do {
        var page = json("/api/v1/accounts?limit=2&sort=" + sort + cursor);
        page.get("items").forEach(row -> seen.add(row.get("name").asString()));
        cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(5).doesNotHaveDuplicates();
    }
    get("/api/v1/accounts?q=ALPH").jsonPath("$.items[0].name").isEqualTo("alpha");
    status("/api/v1/accounts?sort=moon").isBadRequest();
    status("/api/v1/accounts?cursor=moon").isBadRequest();
  }

  @Test
  void who_may_only_read_cannot_write() {
    client = as(TestCallers.viewer(tokens, workspace));
    post("/api/v1/accounts", Map.of("details", Map.of("name", "Mill"))).isForbidden();
    status("/api/v1/accounts").isOk();
  }

  @Test
  void another_workspace_sees_nothing() {
    var id = account("Mill");
    client = as(TestCallers.viewer(tokens, "w-" + UUID.randomUUID()));
    status("/api/v1/accounts/" + id).isNotFound();
  }

  @Test
  void bodies_are_taken_literally() {
    post("/api/v1/accounts", Map.of("details", Map.of("name", "Mill", "moon", 1))).isBadRequest();
    post("/api/v1/accounts", Map.of("details", Map.of("name", " "))).isBadRequest();
    post("/api/v1/accounts", Map.of()).isBadRequest();
    var id = account("Mill");
    patch("/api/v1/accounts/" + id, Map.of("changes", Map.of("moon", 1))).isBadRequest();
    patch("/api/v1/accounts/" + id, Map.of("changes", Map.of("employees", "many"))).isBadRequest();
    patch("/api/v1/accounts/" + id, Map.of("changes", Map.of("employees", -1))).isBadRequest();
  }

  private String account(String name) {
    return created("/api/v1/accounts", Map.of("details", Map.of("name", name)), "/account/id");
  }

  private String contact(String account, String name, String role) {
    var details = Map.of("name", name, "roles", List.of(role), "level", "manager");
    return created(
        "/api/v1/contacts", Map.of("account", account, "details", details), "/contact/id");
  }

  private void log(String account, String id, String contact) {
    post("/api/v1/interactions", interaction(account, id, contact, "Hello")).isCreated();
  }

  private static Map<String, Object> interaction(
      String account, String id, String contact, String subject) {
    return Map.of(
        "account",
        account,
        "details",
        Map.of(
            "source",
            "manual",
            "externalId",
            id,
            "channel",
            "meeting",
            "at",
            java.time.Instant.now().toString(),
            "direction",
            "inbound",
            "contacts",
            List.of(contact),
            "ourExecutive",
            false,
            "sentiment",
            0.5,
            "subject",
            subject));
  }

  private String created(String uri, Object body, String pointer) {
    var answer = post(uri, body).isCreated().expectBody(String.class).returnResult();
    return JSON.readTree(requireNonNull(answer.getResponseBody())).at(pointer).asString();
  }

  private JsonNode json(String uri) {
    return JSON.readTree(text(client, uri));
  }

  private StatusAssertions patch(String uri, Object body) {
    return send(client.patch().uri(uri), body);
  }

  private StatusAssertions put(String uri, Object body) {
    return send(client.put().uri(uri), body);
  }

  private StatusAssertions post(String uri, Object body) {
    return send(client.post().uri(uri), body);
  }

  private static StatusAssertions send(WebTestClient.RequestBodySpec request, Object body) {
    return request
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(JSON.writeValueAsString(body))
        .exchange()
        .expectStatus();
  }
}
