package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The buying-process interview over HTTP: its rows above all. */
class BuyingProcessIT extends ConversationServiceSetting {

  private String begun(Map<String, Object> context) {
    var body = Map.<String, Object>of("flow", "buying-process", "context", context);
    return post("/api/v1/conversations", body, 201).get("id").asString();
  }

  private String withStages() {
    var id = begun(Map.of());
    say(id, "m1", "Enterprise IT manager");
    say(id, "m2", "too many tools");
    tap(
        id,
        "m3",
        JSON.readTree("{\"type\":\"answer\",\"path\":\"stage_mode\",\"value\":\"standard\"}"));
    return id;
  }

  private List<String> ids(String id) {
    return conversation(id).at("/values/buying_stages").values().stream()
        .map(row -> row.get("stage_id").asString())
        .toList();
  }

  private JsonNode addStage(String id, Map<String, Object> body, int status) {
    return post("/api/v1/conversations/" + id + "/items", body, status);
  }

  @Test
  void rows_are_in_the_values_in_their_order_and_in_the_fields_by_their_paths() {
    var conversation = conversation(withStages());
    assertThat(conversation.at("/values/buying_stages/0/stage_id").asString()).isEqualTo("s1");
    assertThat(conversation.at("/values/buying_stages/1/stage_name").asString())
        .isEqualTo("Consideration");
    assertThat(conversation.get("fields").has("buying_stages[s2].duration")).isTrue();
    assertThat(conversation.at("/asked/0").asString()).isEqualTo("buying_stages[s1].buyer_actions");
  }

  @Test
  void a_row_is_added_edited_moved_and_taken_out_in_the_panel() {
    var id = withStages();
    var body = Map.<String, Object>of("group", "buying_stages", "mutationId", "a1", "index", 1);
    var added = addStage(id, body, 200);
    assertThat(added.get("item").asString()).isEqualTo("s4");
    assertThat(addStage(id, body, 200)).isEqualTo(added);
    assertThat(ids(id)).containsExactly("s1", "s4", "s2", "s3");

    var rev = conversation(id).get("rev").asLong();
    var named = edit(id, "e1", "buying_stages[s4].stage_name", "Trial", rev);
    assertThat(named.get("outcome").asString()).isEqualTo("applied");
    var doubled =
        edit(id, "e2", "buying_stages[s1].stage_name", "trial", named.get("rev").asLong());
    assertThat(doubled.get("code").asString()).isEqualTo("already-there");

    post("/api/v1/conversations/" + id + "/items/s4/move", Map.of("index", 3), 200);
    assertThat(ids(id)).containsExactly("s1", "s2", "s3", "s4");

    client
        .delete()
        .uri("/api/v1/conversations/" + id + "/items/s2?mutationId=d1")
        .exchange()
        .expectStatus()
        .isOk();
    client
        .delete()
        .uri("/api/v1/conversations/" + id + "/items/s2?mutationId=d1")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(ids(id)).containsExactly("s1", "s3", "s4");
  }

  @Test
  void wrong_rows_are_told_apart() {
    var id = withStages();
    assertThat(
            addStage(id, Map.of("group", "rooms", "mutationId", "x"), 404).get("code").asString())
        .isEqualTo("unknown-group");
    var missing = addStage(id, Map.of("index", -1), 422).get("errors").values();
    assertThat(missing.stream().map(error -> error.get("path").asString()))
        .containsExactly("mutationId", "group", "index");
    var move = "/api/v1/conversations/" + id + "/items/s9/move";
    assertThat(post(move, Map.of("index", 0), 404).get("code").asString())
        .isEqualTo("no-such-item");
    assertThat(post(move, Map.of(), 422).at("/errors/0/path").asString()).isEqualTo("index");
  }

  @Test
  void a_mapping_begins_with_what_its_customer_profile_knows() {
    var profile = start();
    edit(
        profile,
        "e1",
        "prototype_name",
        "Nora Lindqvist, COO",
        conversation(profile).get("rev").asLong());
    var id = begun(Map.of("profile_id", profile));
    var conversation = conversation(id);
    assertThat(conversation.at("/values/persona_name").asString()).startsWith("Nora Lindqvist");
    assertThat(conversation.at("/values/profile_id").asString()).isEqualTo(profile);
    assertThat(conversation.at("/asked/0").asString()).isEqualTo("persona_pain_points");
  }

  @Test
  void a_profile_that_is_not_there_cannot_be_linked() {
    for (var other : List.of("nothing-here", begun(Map.of()))) {
      var body =
          Map.<String, Object>of("flow", "buying-process", "context", Map.of("profile_id", other));
      assertThat(post("/api/v1/conversations", body, 422).get("code").asString())
          .isEqualTo("linked-conversation-not-found");
    }
  }

  @Test
  void the_next_persona_begins_without_the_last_one() {
    var id = begun(Map.of("persona_name", "Nora", "persona_pain_points", "too slow"));
    var turn =
        tap(
            id,
            "m1",
            JSON.readTree(
                "{\"type\":\"answer\",\"path\":\"next_action\",\"value\":\"new_persona\"}"));
    var next = conversation(turn.get("next").asString());
    assertThat(next.at("/values/persona_name").isMissingNode()).isTrue();
    assertThat(next.at("/asked/0").asString()).isEqualTo("persona_name");
  }

  @Test
  void the_panel_learns_of_groups_from_the_flow() {
    var flow = get("/api/v1/flows/buying-process");
    assertThat(flow.at("/groups/0/name").asString()).isEqualTo("buying_stages");
    assertThat(flow.at("/groups/0/max").asInt()).isEqualTo(12);
    assertThat(
            flow.at("/phases/2/fields").values().stream()
                .map(field -> field.get("path").asString()))
        .contains("buying_stages[].duration");
  }
}
