package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import rapport.contracts.PersonaState;
import rapport.lead.store.PersonaMerging;
import rapport.lead.store.Personas;
import rapport.lead.store.StoredPersona;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.Patience;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;

class PersonaIT extends RunningService {

  private static final String PERSONAS = "/api/v1/personas";

  @Autowired Personas personas;
  @Autowired PersonaMerging merging;

  @Test
  void a_persona_is_added_read_and_changed() {
    var id = added("Landlord", List.of("fewer calls from tenants"));
    var changed =
        put(
            "/" + id,
            Map.of("rev", 1, "name", "Private landlord", "exemplars", List.of("I let two flats")));
    changed.jsonPath("$.rev").isEqualTo(2).jsonPath("$.version").isEqualTo(2);
    assertThat(read(id).path("name").asString()).isEqualTo("Private landlord");
    assertThat(read(id).path("needs")).isEmpty();
  }

  @Test
  void a_list_with_nothing_in_it_is_refused() {
    for (var part : List.of("needs", "questions", "buttons", "knowledge")) {
      var answer =
          as(Role.MARKETER)
              .post()
              .uri(PERSONAS)
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue("{\"name\":\"Landlord\",\"" + part + "\":[null]}")
              .exchange();
      answer.expectStatus().isEqualTo(422);
      assertThat(Json.read(answer).path("errors").path(0).path("path").asString())
          .isEqualTo(part + "[0]");
    }
  }

  @Test
  void who_read_it_too_early_changes_nothing() {
    var id = added("Landlord", List.of());
    put("/" + id, Map.of("rev", 1, "name", "Private landlord"));
    as(Role.MARKETER)
        .put()
        .uri(PERSONAS + "/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("rev", 1, "name", "Tenant"))
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("stale");
    assertThat(read(id).path("name").asString()).isEqualTo("Private landlord");
  }

  @Test
  void a_rejected_persona_can_be_approved_again() {
    var id = added("Landlord", List.of());
    post("/" + id + "/reject", Map.of("rev", 1)).jsonPath("$.status").isEqualTo("rejected");
    post("/" + id + "/approve", Map.of("rev", 2))
        .jsonPath("$.status")
        .isEqualTo("approved")
        .jsonPath("$.version")
        .isEqualTo(1);
  }

  @Test
  void of_two_merged_personas_one_stays_with_what_both_had() {
    var stays = added("Landlord", List.of("fewer calls"));
    var goes = added("Property manager", List.of("one list of all flats"));
    post("/" + goes + "/merge", Map.of("rev", 1, "into", stays, "intoRev", 1))
        .jsonPath("$.id")
        .isEqualTo(stays)
        .jsonPath("$.needs[1]")
        .isEqualTo("one list of all flats");
    assertThat(read(goes).path("status").asString()).isEqualTo("merged");
    assertThat(leaves(goes)).isTrue();
  }

  @Test
  void what_somebody_writes_while_two_are_merged_is_not_lost() {
    var stays = added("Landlord", List.of("fewer calls"));
    var goes = added("Property manager", List.of("one list of all flats"));
    var asRead = stored(goes);
    put("/" + goes, Map.of("rev", 1, "name", "Janitor", "needs", List.of("a key")));
    assertThat(merging.merge(workspace, asRead, stored(stays), "user-1").blockOptional()).isEmpty();
    assertThat(read(goes).path("status").asString()).isEqualTo("approved");
    assertThat(read(goes).path("name").asString()).isEqualTo("Janitor");
    assertThat(read(stays).path("needs")).hasSize(1);
  }

  private StoredPersona stored(String id) {
    return Objects.requireNonNull(personas.find(workspace, id).block());
  }

  @Test
  void a_persona_that_is_not_in_use_can_be_deleted_and_leaves_the_topic() {
    var id = added("Landlord", List.of());
    delete(id, 1).isEqualTo(422);
    post("/" + id + "/reject", Map.of("rev", 1));
    delete(id, 1).isEqualTo(409);

    delete(id, 2).isNoContent();

    as(Role.VIEWER).get().uri(PERSONAS + "/" + id).exchange().expectStatus().isNotFound();
    assertThat(Json.read(as(Role.VIEWER).get().uri(PERSONAS).exchange()).path("items")).isEmpty();
    assertThat(leaves(id)).isTrue();
  }

  private StatusAssertions delete(String id, long rev) {
    return as(Role.MARKETER)
        .delete()
        .uri(PERSONAS + "/" + id + "?rev=" + rev)
        .exchange()
        .expectStatus();
  }

  /** Whether the last record under its key is one without a value. */
  private boolean leaves(String id) {
    try (var states =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), PersonaState.CATALOG.topic())) {
      await()
          .atMost(Patience.PATIENCE)
          .until(
              () -> states.of(workspace + "/" + id),
              told -> !told.isEmpty() && told.getLast().value() == null);
      return true;
    }
  }

  @Test
  void says_what_is_wrong_with_a_persona() {
    as(Role.MARKETER)
        .post()
        .uri(PERSONAS)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("name", " ", "needs", List.of("")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].path")
        .isEqualTo("name")
        .jsonPath("$.errors[1].path")
        .isEqualTo("needs[0]");
  }

  @Test
  void viewers_change_nothing_and_others_workspaces_are_not_there() {
    as(Role.VIEWER)
        .post()
        .uri(PERSONAS)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("name", "Landlord"))
        .exchange()
        .expectStatus()
        .isForbidden();
    as(Role.VIEWER).get().uri(PERSONAS + "/nobody").exchange().expectStatus().isNotFound();
  }

  private String added(String name, List<String> needs) {
    return Json.read(
            as(Role.MARKETER)
                .post()
                .uri(PERSONAS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name, "needs", needs))
                .exchange()
                .expectStatus()
                .isCreated())
        .path("id")
        .asString();
  }

  private JsonNode read(String id) {
    return Json.read(
        as(Role.VIEWER).get().uri(PERSONAS + "/" + id).exchange().expectStatus().isOk());
  }

  private BodyContentSpec put(String path, Object body) {
    return as(Role.MARKETER)
        .put()
        .uri(PERSONAS + path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  private BodyContentSpec post(String path, Object body) {
    return as(Role.MARKETER)
        .post()
        .uri(PERSONAS + path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }
}
