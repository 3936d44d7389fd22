package rapport.profile.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.CaseSeen;
import rapport.contracts.IntegrationEvent.ContactSeen;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.IntegrationEvent.StageEntered;
import rapport.profile.TestCallers;
import rapport.profile.account.sighting.Sighting;
import rapport.profile.account.store.Sightings;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other systems tell becomes accounts with their people, deals and talks. */
class SightingsTest extends ApiSetting {

  private static final String COMPANY = "001A";

  @Autowired Sightings sightings;
  private final Map<String, Long> revs = new HashMap<>();

  @Test
  void in_whatever_order_they_come_they_are_one_account() {
    var random = new Random(7);
    for (int round = 0; round < 3; round++) {
      var suffix = "-" + round;
      var told = new ArrayList<>(everything(suffix));
      told.addAll(everything(suffix));
      Collections.shuffle(told, random);
      told.forEach(this::tell);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(items("/api/v1/accounts")).hasSize(3);
          assertThat(items("/api/v1/contacts")).hasSize(6);
          assertThat(items("/api/v1/deals")).hasSize(3);
          assertThat(items("/api/v1/interactions")).hasSize(3);
        });
    for (var row : items("/api/v1/accounts")) {
      var account = row.get("id").stringValue();
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            var talk = first("/api/v1/interactions?account=" + account);
            assertThat(talk.at("/interaction/details/contacts").size()).isEqualTo(1);
            assertThat(items("/api/v1/accounts/" + account + "/reports?kind=ticket")).hasSize(1);
          });
    }
    var deal = first("/api/v1/deals").get("deal");
    assertThat(deal.get("visits").valueStream().map(it -> it.get("stage").stringValue()))
        .containsExactly("discovery", "business-case", "won");
  }

  @Test
  void an_account_that_is_there_is_found_by_its_domain_and_what_was_typed_stays() {
    var mine =
        seller()
            .post()
            .uri("/api/v1/accounts")
            .bodyValue(Map.of("details", Map.of("name", "Acme by hand", "domain", "acme.example")))
            .exchange()
            .expectStatus()
            .isCreated();
    assertThat(mine.expectBody(String.class).returnResult().getResponseBody()).isNotNull();
    tell(company("", "acme.example", "Acme Inc."));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var only = items("/api/v1/accounts");
          assertThat(only).hasSize(1);
          var account = account(only.getFirst().get("id").stringValue());
          assertThat(account.at("/account/details/name").asString("")).isEqualTo("Acme by hand");
          assertThat(account.at("/account/details/industry").asString("")).isEqualTo("Games");
          assertThat(account.at("/account/sources/industry/system").asString(""))
              .isEqualTo("salesforce");
        });
  }

  @Test
  void two_companies_of_one_domain_in_one_system_stay_two() {
    tell(company("-emea", "big.example", "Big EMEA"));
    tell(company("-us", "big.example", "Big US"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(items("/api/v1/accounts")).hasSize(2));
  }

  @Test
  void what_the_other_system_takes_back_is_taken_back_and_what_is_gone_leaves() {
    tell(company("", "acme.example", "Acme"));
    tell(person("", "A", "ada@acme.example"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(items("/api/v1/contacts?active=true")).hasSize(1));
    tell(
        new AccountSeen(
            source("Account", COMPANY),
            "Acme",
            "acme.example",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    tell(new RecordDeleted(source("Contact", "003A"), "contact"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(items("/api/v1/contacts?active=true")).isEmpty();
          var id = first("/api/v1/accounts").get("id").stringValue();
          assertThat(account(id).at("/account/details").has("industry")).isFalse();
        });
    tell(new RecordDeleted(source("Account", COMPANY), "account"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(items("/api/v1/accounts")).isEmpty());
  }

  @Test
  void a_talk_waits_for_the_company_of_its_people() {
    tell(
        new InteractionSeen(
            source("message", "m-1"),
            "email",
            "inbound",
            "2026-11-01T10:00:00Z",
            "Hello",
            "How are you?",
            List.of(new Person(null, "Ada", "ada@late.example", "theirs")),
            "t-1",
            null));
    tell(company("-late", "late.example", "Late"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(items("/api/v1/interactions")).hasSize(1));
  }

  @Test
  void use_of_the_product_is_reported_of_the_company_with_that_domain() {
    tell(
        new IntegrationEvent.UsageSeen(
            new Source("cn-2", "supabase", "rapport_usage", "u-1", "1", null, null),
            "used.example",
            "2026-11-20",
            12,
            30,
            40,
            3,
            8));
    tell(company("-used", "used.example", "Used"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(items("/api/v1/accounts")).hasSize(1);
          var id = first("/api/v1/accounts").get("id").stringValue();
          assertThat(items("/api/v1/accounts/" + id + "/reports?kind=usage")).hasSize(1);
        });
  }

  @Test
  void values_that_do_not_fit_are_left_out_and_the_rest_is_kept() {
    tell(
        new AccountSeen(
            source("Account", "001B"),
            "x".repeat(400),
            "odd.example",
            null,
            null,
            new BigDecimal("-3"),
            new BigDecimal("12.345678"),
            null,
            null,
            "Customer - Direct",
            null,
            null));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var account = account(first("/api/v1/accounts").get("id").stringValue());
          assertThat(account.at("/account/details/name").asString("")).hasSize(200);
          assertThat(account.at("/account/details").has("employees")).isFalse();
          assertThat(account.at("/account/standing/stage").asString("")).isEqualTo("customer");
        });
  }

  private List<IntegrationEvent> everything(String suffix) {
    var domain = "acme" + suffix + ".example";
    return List.of(
        company(suffix, domain, "Acme" + suffix),
        person(suffix, "A", "ada@" + domain),
        person(suffix, "B", "bob@" + domain),
        new DealSeen(
            source("Opportunity", "006" + suffix),
            "Acme",
            "won",
            "Closed Won",
            new BigDecimal("1200"),
            "EUR",
            BigDecimal.ONE,
            "2026-11-20",
            "2026-10-01T09:00:00Z",
            COMPANY + suffix,
            null,
            List.of(),
            List.of(
                new StageEntered("Prospecting", "2026-10-01T09:00:00Z"),
                new StageEntered("Value Proposition", "2026-10-20T09:00:00Z"),
                new StageEntered("Closed Won", "2026-11-20T09:00:00Z"))),
        new CaseSeen(
            source("Case", "500" + suffix),
            "Broken",
            "open",
            "p1",
            "2026-11-02T09:00:00Z",
            null,
            COMPANY + suffix,
            null),
        new InteractionSeen(
            source("call", "call" + suffix),
            "call",
            "outbound",
            "2026-11-03T09:00:00Z",
            "Kick-off",
            "We talked.",
            List.of(
                new Person(null, "Ada", "ada@" + domain, "theirs"),
                new Person(null, "Us", "us@rapport.example", "ours")),
            null,
            null));
  }

  private static AccountSeen company(String suffix, String domain, String name) {
    return new AccountSeen(
        source("Account", COMPANY + suffix),
        name,
        domain,
        null,
        "Games",
        new BigDecimal("12"),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static ContactSeen person(String suffix, String who, String email) {
    return new ContactSeen(
        source("Contact", "003" + who + suffix),
        "Person " + who,
        email,
        null,
        "CTO",
        null,
        COMPANY + suffix,
        null);
  }

  private static Source source(String object, String record) {
    return new Source("cn-1", "salesforce", object, record, "1", null, null);
  }

  private void tell(IntegrationEvent event) {
    var from = from(event);
    var stream = IntegrationEvent.streamOf(from.connection(), from.object(), from.record());
    var before = revs.getOrDefault(stream, 0L);
    var saved =
        sightings.save(workspace, stream, new Sighting(event), before, before + 1, List.of());
    assertThat(saved.block()).isTrue();
    revs.put(stream, before + 1);
  }

  private static Source from(IntegrationEvent event) {
    return switch (event) {
      case AccountSeen it -> it.source();
      case ContactSeen it -> it.source();
      case DealSeen it -> it.source();
      case CaseSeen it -> it.source();
      case InteractionSeen it -> it.source();
      case IntegrationEvent.UsageSeen it -> it.source();
      case RecordDeleted it -> it.source();
      case IntegrationEvent.LeadSeen it -> it.source();
      case IntegrationEvent.ConnectionChanged _ -> throw new IllegalArgumentException("no record");
    };
  }

  private JsonNode first(String uri) {
    var found = items(uri);
    assertThat(found).isNotEmpty();
    return found.getFirst();
  }

  private JsonNode account(String id) {
    return json(text(client, "/api/v1/accounts/" + id));
  }

  private List<JsonNode> items(String uri) {
    return json(text(client, uri)).get("items").valueStream().toList();
  }

  private static JsonNode json(@Nullable String text) {
    return JsonMapper.shared().readTree(text);
  }

  private WebTestClient seller() {
    return as(TestCallers.user(tokens, workspace, Role.SALES));
  }
}
