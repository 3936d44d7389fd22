package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.comes;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.says;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadScored;
import rapport.profile.TestCallers;
import rapport.profile.person.VisitorStory;
import rapport.runtime.identity.Role;

class PeopleApiTest extends PeopleSetting {

  @Test
  void nobody_is_known_before_an_address_is_given() {
    said("c1", comes("v_1"), says("team_size", 10));
    thought("c1", assessed("m1", 0.4));
    assertThat(listed("")).isEmpty();
  }

  @Test
  void what_was_said_and_thought_before_the_address_is_known_at_once() {
    said("c1", comes("v_1"), new MessageReceived("m1", "hi"), says("team_size", 10));
    thought("c1", assessed("m1", 0.7, fact("company.industry", "software")));
    said("c1", address("Nora@Deep.example"));
    said("c1", new ModeSwitched("lead", "sales", "rule"));
    get("/api/v1/people/" + personOf("c1"))
        .jsonPath("$.profile.identity.email")
        .isEqualTo("Nora@Deep.example")
        .jsonPath("$.profile.company.size")
        .isEqualTo("10")
        .jsonPath("$.profile.company.domain")
        .isEqualTo("deep.example")
        .jsonPath("$.profile.company.industry")
        .isEqualTo("software")
        .jsonPath("$.profile.behavior")
        .isMap()
        .jsonPath("$.profile.requirements")
        .isMap()
        .jsonPath("$.profile.intelligence.personaMatch")
        .isEqualTo("saas_startup")
        .jsonPath("$.profile.intelligence.buyingReadiness")
        .isEqualTo("high")
        .jsonPath("$.profile.intelligence.competitors")
        .isEqualTo(List.of("Deskly"))
        .jsonPath("$.profile.engagement.mode")
        .isEqualTo("sales")
        .jsonPath("$.profile.engagement.pages")
        .isEqualTo(List.of("/pricing"))
        .jsonPath("$.profile.engagement.messages")
        .isEqualTo(1)
        .jsonPath("$.leaves['company.size'].source.quote")
        .isEqualTo("words about team_size")
        .jsonPath("$.leaves['company.size'].by")
        .isEqualTo("visitor");
  }

  @Test
  void a_leads_score_is_known_of_its_person() {
    known("c1", "v_1", "nora@deep.example");
    thought("lead-1", new LeadOpened("starter", "c1"), new LeadScored(61, "B2", 0.42, null, null));
    assertThat(leaves(personOf("c1")).get("intelligence.conversionProbability"))
        .containsEntry("value", 0.42);
  }

  @Test
  void the_same_address_in_two_conversations_is_one_person() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    known("c2", "v_2", "NORA@deep.example", says("name", "Nora Lang"));
    assertThat(personOf("c1")).isEqualTo(personOf("c2"));
    get("/api/v1/people/" + personOf("c1"))
        .jsonPath("$.conversations")
        .isEqualTo(List.of("c1", "c2"))
        .jsonPath("$.profile.identity.name")
        .isEqualTo("Nora Lang")
        .jsonPath("$.profile.engagement.conversations")
        .isEqualTo(2);
  }

  @Test
  void who_is_known_on_a_device_is_known_in_all_talks_on_it() {
    said("c1", comes("v_1"), says("volume", "100 tickets a day"));
    known("c2", "v_1", "nora@deep.example");
    assertThat(personOf("c1")).isEqualTo(personOf("c2"));
    known("c3", "v_1", "other@deep.example");
    assertThat(personOf("c3")).isNotEqualTo(personOf("c2"));
    get("/api/v1/people/" + personOf("c3") + "/suggestions")
        .jsonPath("$.items[0].id")
        .isEqualTo(personOf("c2"))
        .jsonPath("$.items[0].reasons")
        .isEqualTo(List.of("same-device"));
  }

  @Test
  void whom_a_website_vouches_for_is_known_without_an_address() {
    said("c1", comes("u_abc"));
    said("c2", comes("u_abc"));
    assertThat(personOf("c1")).isEqualTo(personOf("c2"));
  }

  @Test
  void a_corrected_address_keeps_the_person_and_frees_the_wrong_one() {
    known("c1", "v_1", "nora@depe.example");
    var id = personOf("c1");
    patch(id, edit("identity.phone", "+49 30 1234", rev(id))).isOk();
    var from = FieldValue.text("nora@depe.example");
    said(
        "c1",
        new FieldCorrected(
            "email", from, FieldValue.text("nora@deep.example"), VisitorStory.inChat("oops")));
    assertThat(personOf("c1")).isEqualTo(id);
    assertThat(leaves(id)).containsKey("identity.phone");
    known("c2", "v_2", "nora@depe.example");
    assertThat(personOf("c2")).isNotEqualTo(id);
  }

  @Test
  void an_edit_stands_above_what_is_said_and_below_a_lock() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    var id = personOf("c1");
    patch(id, edit("company.size", "50", rev(id)))
        .isOk()
        .expectBody()
        .jsonPath("$.results[0].outcome")
        .isEqualTo("applied")
        .jsonPath("$.results[0].leaf.by")
        .isEqualTo("human");
    said("c1", new MessageReceived("m2", "we are sixty"), says("team_size", 60));
    assertThat(leaves(id).get("company.size")).containsEntry("value", "50");
    post(id + "/undo", Map.of("path", "company.size")).isOk();
    assertThat(leaves(id).get("company.size")).containsEntry("value", "60");
    post(id + "/lock", Map.of("path", "company.size")).isOk();
    said("c1", says("team_size", 70));
    assertThat(leaves(id).get("company.size"))
        .containsEntry("value", "60")
        .containsEntry("locked", true);
    post(id + "/unlock", Map.of("path", "company.size")).isOk();
    assertThat(leaves(id).get("company.size"))
        .containsEntry("value", "70")
        .containsEntry("locked", false);
  }

  @Test
  void nothing_known_there_is_true_when_a_colleague_says_so() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    var id = personOf("c1");
    var clearing = new HashMap<String, Object>(edit("company.size", "", rev(id)));
    clearing.put("value", null);
    patch(id, clearing).isOk();
    assertThat(leaves(id)).doesNotContainKey("company.size");
    post(id + "/undo", Map.of("path", "company.size")).isOk();
    assertThat(leaves(id)).containsKey("company.size");
  }

  @Test
  void two_colleagues_do_not_overwrite_each_other_unseen() {
    known("c1", "v_1", "nora@deep.example");
    var id = personOf("c1");
    var seen = rev(id);
    patch(id, edit("company.size", "50", seen)).isOk();
    patch(id, edit("company.size", "60", seen), edit("company.name", "Deep", seen))
        .isOk()
        .expectBody()
        .jsonPath("$.results[0].outcome")
        .isEqualTo("conflict")
        .jsonPath("$.results[0].leaf.value")
        .isEqualTo("50")
        .jsonPath("$.results[1].outcome")
        .isEqualTo("applied");
  }

  @Test
  void an_address_that_was_not_written_is_still_nobodys() {
    known("c1", "v_1", "nora@deep.example");
    var id = personOf("c1");
    var seen = rev(id);
    patch(id, edit("identity.email", "nora@new.example", seen)).isOk();
    patch(id, edit("identity.email", "otto@deep.example", seen))
        .isOk()
        .expectBody()
        .jsonPath("$.results[0].outcome")
        .isEqualTo("conflict");
    known("c2", "v_2", "otto@deep.example");
    assertThat(personOf("c2")).isNotEqualTo(id);
  }

  @Test
  void an_edit_that_cannot_be_is_rejected_with_its_reason() {
    known("c1", "v_1", "nora@deep.example");
    known("c2", "v_2", "otto@deep.example");
    var id = personOf("c1");
    patch(
            id,
            edit("company.colour", "red", 0),
            edit("engagement.messages", 5, 0),
            edit("behavior.decisionMaker", "maybe", 0),
            edit("identity.email", "otto@deep.example", 0),
            edit("company.techStack", Map.of("a", 1), 0))
        .isOk()
        .expectBody()
        .jsonPath("$.results[*].outcome")
        .isEqualTo(List.of("rejected", "rejected", "rejected", "rejected", "rejected"))
        .jsonPath("$.results[*].code")
        .isEqualTo(
            List.of(
                "unknown-field", "not-editable", "unfit-value", "address-taken", "unfit-value"));
  }

  @Test
  void a_body_that_is_not_as_it_must_be_is_refused() {
    known("c1", "v_1", "nora@deep.example");
    var id = personOf("c1");
    patch(id, Map.of("path", "company.size", "value", "5"))
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("missing-field");
    patch(id, Map.of("path", "company.size", "valeu", "5", "baseRev", 1))
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unknown-field");
    post(id + "/lock", Map.of("path", "company.budget"))
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("nothing-to-lock");
  }

  @Test
  void viewers_and_marketers_read_and_do_not_write() {
    known("c1", "v_1", "nora@deep.example");
    var id = personOf("c1");
    for (var role : List.of(Role.VIEWER, Role.MARKETER)) {
      as(TestCallers.user(tokens, workspace, role))
          .post()
          .uri("/api/v1/people/" + id + "/lock")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(Map.of("path", "identity.email"))
          .exchange()
          .expectStatus()
          .isForbidden();
    }
    as(TestCallers.visitor(tokens, workspace))
        .get()
        .uri("/api/v1/people/" + id)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void nobody_of_another_workspace_is_found() {
    known("c1", "v_1", "nora@deep.example");
    var id = personOf("c1");
    var stranger = as(TestCallers.user(tokens, "elsewhere-" + workspace, Role.ADMIN));
    for (var path : List.of("", "/history", "/suggestions", "/merges", "/export?format=json")) {
      stranger
          .get()
          .uri("/api/v1/people/" + id + path)
          .exchange()
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("person-not-found");
    }
    stranger
        .post()
        .uri("/api/v1/people/" + id + "/lock")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("path", "identity.email"))
        .exchange()
        .expectStatus()
        .isNotFound();
    stranger
        .get()
        .uri("/api/v1/people?q=nora")
        .exchange()
        .expectBody()
        .jsonPath("$.items")
        .isEmpty();
  }

  @Test
  void people_are_found_by_name_address_and_company_page_by_page() {
    known("c1", "v_1", "nora@deep.example", says("name", "Nóra Lang"));
    known("c2", "v_2", "otto@high.example", says("company_name", "Highrise"));
    known("c3", "v_3", "ida@wide.example");
    assertThat(listed("?q=nora LANG")).containsExactly(personOf("c1"));
    assertThat(listed("?q=highrise")).containsExactly(personOf("c2"));
    assertThat(listed("?q=wide.example")).containsExactly(personOf("c3"));
    var first = json("/api/v1/people?limit=2");
    var next = (String) requireNonNull(first.get("next"));
    assertThat(listed("?limit=2&cursor=" + next)).hasSize(1);
  }

  @Test
  void history_tells_who_changed_what() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    var id = personOf("c1");
    patch(id, edit("company.size", "50", rev(id))).isOk();
    get("/api/v1/people/" + id + "/history?path=company.size")
        .jsonPath("$.items[*].cause")
        .isEqualTo(List.of("edited", "heard"))
        .jsonPath("$.items[0].from")
        .isEqualTo("10")
        .jsonPath("$.items[0].to")
        .isEqualTo("50")
        .jsonPath("$.items[0].actor")
        .isEqualTo("Ada")
        .jsonPath("$.items[1].quote")
        .isEqualTo("words about team_size");
  }

  @Test
  void a_person_comes_as_a_file() {
    known("c1", "v_1", "nora@deep.example", says("name", "=Nora"));
    var uri = "/api/v1/people/" + personOf("c1") + "/export?format=";
    assertThat(text(client, uri + "csv")).contains("identity.name,Name,'=Nora,visitor");
    assertThat(text(client, uri + "md")).contains("# \\=Nora").contains("**E-mail:** nora@deep");
    get(uri + "json").jsonPath("$.profile.identity.email").isEqualTo("nora@deep.example");
    status(uri + "pdf").isBadRequest();
  }

  @Test
  void an_address_taken_back_takes_the_person_back() {
    known("c1", "v_1", "nora@deep.example");
    said("c1", new FieldReset("email", null, null));
    assertThat(listed("")).isEmpty();
  }
}
