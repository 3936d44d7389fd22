package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;
import rapport.runtime.outbox.Outbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts that come with their past. */
class AccountPastTest extends ApiSetting {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Outbox outbox;

  @BeforeEach
  void asAdministrator() {
    client = as(TestCallers.user(tokens, workspace, Role.ADMIN));
  }

  @Test
  void everything_has_its_own_time() {
    put("mill", past(List.of("ada"))).isCreated();

    var account = json("/api/v1/accounts/mill");
    assertThat(account.at("/account/createdAt").asString()).isEqualTo("2024-01-10T09:00:00Z");
    assertThat(account.at("/account/customerSince").asString()).isEqualTo("2024-03-01");
    assertThat(account.at("/account/standing/step").asString()).isEqualTo("success");
    assertThat(account.at("/account/sources/name/system").asString()).isEqualTo("archive");
    assertThat(account.at("/contacts/0/createdAt").asString()).isEqualTo("2024-01-12T09:00:00Z");
    assertThat(account.at("/deals/0/visits").valueStream().map(it -> it.path("since").asString()))
        .containsExactly("2024-02-01T09:00:00Z", "2024-02-20T09:00:00Z");
    assertThat(json("/api/v1/interactions?account=mill").at("/items/0/interaction/details/at"))
        .hasToString("\"2024-02-03T10:00:00Z\"");
    assertThat(json("/api/v1/accounts/mill/reports?kind=usage").at("/items/0/report/day"))
        .hasToString("\"2024-04-02\"");
  }

  @Test
  void whom_a_contact_influences_is_shown_at_the_contact_as_well_as_at_the_account() {
    var ada = contact("ada", List.of(Map.of("contact", "bob", "strength", 3)));
    var told = new HashMap<>(past(List.of("ada")));
    told.put("contacts", List.of(ada, contact("bob", List.of())));
    put("mill", told).isCreated();

    assertThat(json("/api/v1/accounts/mill").at("/contacts/0/details/influences/0/contact"))
        .hasToString("\"bob\"");
    assertThat(json("/api/v1/contacts/ada").at("/contact/details/influences/0/contact"))
        .hasToString("\"bob\"");
  }

  private static Map<String, Object> contact(String id, List<Map<String, Object>> influences) {
    return Map.of(
        "id",
        id,
        "since",
        "2024-01-12T09:00:00Z",
        "details",
        Map.of("name", id, "roles", List.of("champion"), "influences", influences));
  }

  @Test
  void it_becomes_a_customer_last_so_that_nobody_judges_half_of_it() {
    put("mill", past(List.of("ada"))).isCreated();

    var told =
        requireNonNull(
            outbox
                .unpublished(Set.of(workspace + "/mill"), 100)
                .concatMapIterable(entry -> entry.messages())
                .map(message -> requireNonNull(message.headers().get("ce_type")))
                .map(type -> type.replace("rapport.account.", "").replace(".v1", ""))
                .collectList()
                .block());
    assertThat(told).startsWith("account-recorded", "lifecycle-moved", "contact-recorded");
    assertThat(told.subList(told.indexOf("usage-reported"), told.size()))
        .containsExactly(
            "usage-reported",
            "usage-reported",
            "account-recorded",
            "lifecycle-moved",
            "champion-assessed");
  }

  @Test
  void all_of_it_is_there_or_nothing() {
    put("mill", past(List.of("ada", "nobody"))).isEqualTo(404);
    client.get().uri("/api/v1/accounts/mill").exchange().expectStatus().isNotFound();

    put("mill", past(List.of("ada"))).isCreated();
    put("mill", past(List.of("ada"))).isEqualTo(409);
  }

  @Test
  void only_an_administrator_writes_the_past() {
    client = as(TestCallers.user(tokens, workspace, Role.SUCCESS));
    put("mill", past(List.of("ada"))).isForbidden();
  }

  private static Map<String, Object> past(List<String> met) {
    var ada =
        Map.of(
            "id", "ada",
            "since", "2024-01-12T09:00:00Z",
            "details", Map.of("name", "Ada", "roles", List.of("champion")));
    var deal =
        Map.of(
            "id",
            "first",
            "slips",
            1,
            "details",
            Map.of("name", "First", "kind", "new", "contacts", List.of("ada")),
            "visits",
            List.of(
                Map.of("stage", "discovery", "since", "2024-02-01T09:00:00Z", "by", "sam"),
                Map.of("stage", "won", "since", "2024-02-20T09:00:00Z", "by", "sam")));
    var meeting =
        Map.of(
            "source", "gong",
            "externalId", "g-1",
            "channel", "meeting",
            "at", "2024-02-03T10:00:00Z",
            "direction", "outbound",
            "contacts", met,
            "ourExecutive", false);
    return Map.of(
        "details", Map.of("name", "Mill"),
        "standing", Map.of("stage", "customer", "step", "success"),
        "createdAt", "2024-01-10T09:00:00Z",
        "customerSince", "2024-03-01",
        "contacts", List.of(ada),
        "deals", List.of(deal),
        "interactions", List.of(meeting),
        "usage",
            List.of(
                Map.of("day", "2024-04-01", "activeUsers", 3),
                Map.of("day", "2024-04-02", "activeUsers", 4)));
  }

  private StatusAssertions put(String id, Map<String, Object> past) {
    return client
        .put()
        .uri("/api/v1/accounts/" + id + "/past")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("source", "archive", "past", past))
        .exchange()
        .expectStatus();
  }

  private JsonNode json(String path) {
    var body =
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JSON.readTree(requireNonNull(body));
  }
}
