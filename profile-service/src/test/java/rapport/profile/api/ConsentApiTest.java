package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.says;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import rapport.contracts.ConsentPurpose;
import rapport.profile.TestCallers;
import rapport.profile.store.People;
import rapport.runtime.identity.Role;

/** What people agreed to is written down, and what they took back is not done. */
class ConsentApiTest extends PeopleSetting {

  @Autowired People people;

  @Test
  void the_text_agreed_to_with_the_address_is_in_the_ledger() {
    known("c1", "v_1", "nora@deep.example");
    get("/api/v1/people/" + personOf("c1") + "/consents")
        .jsonPath("$.items.length()")
        .isEqualTo(1)
        .jsonPath("$.items[0].purpose")
        .isEqualTo("chat")
        .jsonPath("$.items[0].text")
        .isEqualTo("contact-1")
        .jsonPath("$.items[0].locale")
        .isEqualTo("en")
        .jsonPath("$.items[0].source")
        .isEqualTo("conversation")
        .jsonPath("$.items[0].where")
        .isEqualTo("c1")
        .jsonPath("$.items[0].by")
        .isEqualTo("visitor");
    assertThat(states(personOf("c1")))
        .isEqualTo(
            Map.of(
                "chat", "granted",
                "profiling", "assumed",
                "crm", "assumed",
                "model", "assumed",
                "marketing", "needed"));
  }

  @Test
  void every_time_an_address_is_given_is_a_line_of_its_own() {
    known("c1", "v_1", "nora@deep.example");
    said("c1", address("nora@other.example"));
    assertThat(items(personOf("c1"))).hasSize(2);
  }

  @Test
  void who_objects_to_profiling_is_not_profiled_and_who_agrees_again_is() {
    known("c1", "v_1", "nora@deep.example", says("timeline", "now"));
    thought("c1", assessed("m1", 0.7, fact("company.industry", "software")));
    var nora = personOf("c1");
    assertThat(leaves(nora)).containsKeys("intelligence.personaMatch", "behavior.urgency");

    consent(nora, "profiling", false).isOk();
    assertThat(leaves(nora))
        .containsKeys("identity.email", "requirements.timeline")
        .doesNotContainKeys(
            "intelligence.personaMatch",
            "intelligence.intentScore",
            "company.industry",
            "behavior.urgency");
    thought("c1", assessed("m2", 0.9, fact("company.industry", "games")));
    assertThat(leaves(nora)).doesNotContainKeys("intelligence.personaMatch", "company.industry");
    get("/api/v1/people/" + nora + "/history?path=intelligence.personaMatch")
        .jsonPath("$.items[0].cause")
        .isEqualTo("consented")
        .jsonPath("$.items[0].actor")
        .isEqualTo("Ada");

    consent(nora, "profiling", true).isOk();
    assertThat(leaves(nora).get("company.industry")).containsEntry("value", "games");
  }

  @Test
  void what_is_withheld_is_told_with_the_persons_state() {
    known("c1", "v_1", "nora@deep.example");
    var nora = personOf("c1");
    var rev = rev(nora);
    consent(nora, "crm", false).isOk();
    assertThat(rev(nora)).isEqualTo(rev + 1);
    assertThat(requireNonNull(people.find(workspace, nora).block()).state().withheld())
        .containsExactly(ConsentPurpose.CRM, ConsentPurpose.MARKETING);
  }

  @Test
  void the_same_line_told_twice_is_one() {
    known("c1", "v_1", "nora@deep.example");
    var nora = personOf("c1");
    var line = Map.<String, Object>of("id", "form-7", "purpose", "crm", "granted", false);
    post(nora + "/consents", line).isOk();
    post(nora + "/consents", line).isOk();
    assertThat(items(nora)).hasSize(2);
  }

  @Test
  void an_old_form_that_is_imported_does_not_overrule_a_withdrawal() {
    known("c1", "v_1", "nora@deep.example");
    var nora = personOf("c1");
    consent(nora, "marketing", false).isOk();
    var old = new HashMap<String, Object>(Map.of("purpose", "marketing", "granted", true));
    old.putAll(Map.of("text", "news-3", "source", "import", "at", "2020-05-01T00:00:00Z"));
    post(nora + "/consents", old).isOk();
    assertThat(states(nora)).containsEntry("marketing", "withdrawn");
    assertThat(items(nora).getFirst()).containsEntry("granted", false);
    assertThat(items(nora).getLast())
        .containsEntry("source", "import")
        .containsEntry("name", "Ada");
  }

  @Test
  void a_line_that_cannot_be_is_refused() {
    known("c1", "v_1", "nora@deep.example");
    var nora = personOf("c1");
    refused(nora, "unknown-purpose", Map.of("purpose", "spam", "granted", false));
    refused(nora, "text-missing", Map.of("purpose", "crm", "granted", true));
    refused(
        nora,
        "unknown-source",
        Map.of("purpose", "crm", "granted", false, "source", "conversation"));
    refused(
        nora,
        "in-the-future",
        Map.of("purpose", "crm", "granted", false, "at", "2999-01-01T00:00:00Z"));
    refused(nora, "too-long", Map.of("purpose", "crm", "granted", false, "where", "x".repeat(201)));
    post(nora + "/consents", Map.of("granted", false)).isBadRequest();
    post("nobody/consents", Map.of("purpose", "crm", "granted", false)).isNotFound();
    assertThat(items(nora)).hasSize(1);
  }

  @Test
  void of_two_who_are_one_what_either_took_back_counts_until_they_are_two_again() {
    known("c1", "v_1", "nora@deep.example");
    known("c2", "v_2", "nora@private.example");
    var nora = personOf("c1");
    var twin = personOf("c2");
    consent(twin, "crm", false).isOk();
    post(nora + "/merge", Map.of("other", twin)).isOk();
    assertThat(states(nora)).containsEntry("crm", "withdrawn");
    assertThat(withheld(nora)).contains(ConsentPurpose.CRM);
    assertThat(withheld(twin)).isEmpty();
    post(nora + "/unmerge", Map.of("other", twin)).isOk();
    assertThat(withheld(nora)).doesNotContain(ConsentPurpose.CRM);
    assertThat(withheld(twin)).contains(ConsentPurpose.CRM);
  }

  @Test
  void another_policy_holds_for_everybody_who_said_nothing() {
    for (var n = 0; n < 5; n++) {
      known("c" + n, "v_" + n, "p" + n + "@deep.example");
    }
    var nora = personOf("c1");
    consent(nora, "crm", true).isOk();
    policy(0, "crm", "model").isOk().expectBody().jsonPath("$.rev").isEqualTo(1);
    policy(0, "crm").isEqualTo(409);
    policy(1, "spam").isEqualTo(422);
    await()
        .untilAsserted(() -> {
          assertThat(withheld(personOf("c0")))
              .containsOnly(ConsentPurpose.CRM, ConsentPurpose.MODEL);
          assertThat(withheld(personOf("c4")))
              .containsOnly(ConsentPurpose.CRM, ConsentPurpose.MODEL);
          assertThat(withheld(nora)).containsOnly(ConsentPurpose.MODEL);
        });
    known("c9", "v_9", "late@deep.example");
    assertThat(withheld(personOf("c9"))).containsOnly(ConsentPurpose.CRM, ConsentPurpose.MODEL);
    await()
        .untilAsserted(() ->
            as(TestCallers.user(tokens, workspace, Role.ADMIN))
                .get()
                .uri("/api/v1/privacy/consent-policy")
                .exchange()
                .expectBody()
                .jsonPath("$.spreading")
                .isEqualTo(false));
  }

  private StatusAssertions consent(String person, String purpose, boolean granted) {
    var line = new HashMap<String, Object>(Map.of("purpose", purpose, "granted", granted));
    if (granted) {
      line.put("text", purpose + "-1");
    }
    return post(person + "/consents", line);
  }

  private void refused(String person, String code, Map<String, Object> line) {
    post(person + "/consents", line).isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private StatusAssertions policy(long rev, String... needed) {
    return as(TestCallers.user(tokens, workspace, Role.ADMIN))
        .put()
        .uri("/api/v1/privacy/consent-policy")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("rev", rev, "needed", List.of(needed)))
        .exchange()
        .expectStatus();
  }

  private Set<ConsentPurpose> withheld(String person) {
    return requireNonNull(people.find(workspace, person).block()).withheld();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> items(String person) {
    return (List<Map<String, Object>>)
        requireNonNull(json("/api/v1/people/" + person + "/consents").get("items"));
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> states(String person) {
    var states = new HashMap<String, String>();
    ((List<Map<String, Object>>)
            requireNonNull(json("/api/v1/people/" + person + "/consents").get("current")))
        .forEach(it -> states.put((String) it.get("purpose"), (String) it.get("state")));
    return states;
  }
}
