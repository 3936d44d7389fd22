package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.edited;
import static rapport.profile.record.RecordStory.panel;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;
import static rapport.testkit.Patience.PATIENCE;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.record.RandomEvents;
import rapport.profile.record.RecordStory;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BuyingProcessProjectionIT extends ProfileServiceSetting {

  private static final String MAPPINGS = "buying_process_mappings";

  @Test
  void what_is_said_in_a_conversation_is_in_the_mapping() throws Exception {
    publish(
        stream(
            MAPPING,
            said("persona_name", "Owner"),
            stage("s1", 0),
            said("buying_stages[s1].stage_name", "Decision"),
            stage("s2", 1),
            new ItemMoved("buying_stages", "s2", 0, panel()),
            new FlowMigrated(1, 2, Map.of("who", "why"), List.of("buying_stages[].color")),
            new SessionCompleted()));
    mapping(8)
        .jsonPath("$.rev")
        .isEqualTo(8)
        .jsonPath("$.buying_process_mapping.persona_name")
        .isEqualTo("Owner")
        .jsonPath("$.buying_process_mapping.buying_stages[0].stage_id")
        .isEqualTo("s2")
        .jsonPath("$.buying_process_mapping.buying_stages[1].stage_name")
        .isEqualTo("Decision")
        .jsonPath("$.buying_process_mapping.status")
        .isEqualTo("completed");
  }

  @Test
  void duplicates_reordering_and_losses_change_nothing() throws Exception {
    var events =
        stream(
            MAPPING,
            stage("s1", 0),
            said("buying_stages[s1].duration", "a week"),
            edited("buying_stages[s1].duration", "a week", "a month"),
            stage("s2", 0),
            said("persona_name", "Owner"));
    OWNER.has(events);
    for (int i : new int[] {0, 2, 1, 1, 0, 5, 4}) {
      publish(List.of(events.get(i)));
    }
    mapping(6)
        .jsonPath("$.buying_process_mapping.buying_stages[1].duration")
        .isEqualTo("a month")
        .jsonPath("$.buying_process_mapping.buying_stages.length()")
        .isEqualTo(2);
  }

  @Test
  void dropped_and_replayed_documents_are_equal() throws Exception {
    var events = RecordStory.envelopes(workspace, id, 1, RandomEvents.mapping(7).stream(120));
    OWNER.has(events);
    publish(events);
    mapping(120);
    var settled = documents(MAPPINGS);
    var lines = documents("field_history");
    assertThat(lines).isNotEmpty();

    remove(MAPPINGS);
    remove("field_history");
    publish(List.of(events.getLast()));
    mapping(120);

    assertThat(documents(MAPPINGS)).isEqualTo(settled);
    assertThat(documents("field_history")).isEqualTo(lines);
  }

  @Test
  void conversations_of_another_flow_are_passed_over_for_good() throws Exception {
    publish(stream(STARTED, said("prototype_name", "Kelly")));
    profile(2);
    await().untilAsserted(() -> assertThat(documents(MAPPINGS)).hasSize(1));
    var passed = documents(MAPPINGS);
    publish(next(3, said("job_title", "Manager")));
    profile(3);
    publishNextMappingAndWait();
    assertThat(documents(MAPPINGS)).containsAll(passed);
    client.get().uri("/api/v1/buying-processes/" + id).exchange().expectStatus().isNotFound();
  }

  @Test
  void a_rebuild_mends_a_mapping() throws Exception {
    var events = stream(MAPPING, stage("s1", 0), said("persona_name", "Owner"));
    OWNER.has(events);
    publish(events);
    mapping(3);
    var settled = documents(MAPPINGS);
    var emptied = new Document("$set", new Document("fields", List.of()).append("rows", List.of()));
    var mine = new Document("workspace", workspace);
    assertThat(Mono.from(collection(MAPPINGS).updateOne(mine, emptied)).block()).isNotNull();

    as(TestCallers.user(tokens, workspace, Role.ADMIN))
        .post()
        .uri("/internal/projections/buying-processes/rebuild")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"streams\": 1, \"rewritten\": 1}");

    assertThat(documents(MAPPINGS)).isEqualTo(settled);
  }

  @Test
  void the_feed_tells_which_mapping_changed() throws Exception {
    publish(stream(MAPPING));
    mapping(1);
    var feed =
        client
            .mutate()
            .responseTimeout(PATIENCE)
            .build()
            .get()
            .uri("/api/v1/buying-processes/feed")
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
            .getResponseBody()
            .filter(event -> event.data() != null);
    StepVerifier.create(feed)
        .then(() -> publishQuietly(next(2, stage("s1", 0))))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("changed");
          assertThat(event.data()).isEqualTo(Map.of("id", id, "rev", 2));
        })
        .thenCancel()
        .verify(PATIENCE);
  }

  /** What is on the same partition before this has been seen when this is there. */
  private void publishNextMappingAndWait() throws Exception {
    for (int i = 0; i < 8; i++) {
      var other = id + "-" + i;
      publish(RecordStory.envelopes(workspace, other, 1, List.of(MAPPING)));
      record("/api/v1/buying-processes/" + other, 1);
    }
  }

  private WebTestClient.BodyContentSpec mapping(long rev) {
    return record("/api/v1/buying-processes/" + id, rev);
  }
}
