package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.edited;
import static rapport.profile.record.RecordStory.said;
import static rapport.testkit.Patience.PATIENCE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import reactor.test.StepVerifier;

class ProfileProjectionIT extends ProfileServiceSetting {

  @Test
  void what_is_said_in_a_conversation_is_in_the_profile() throws Exception {
    publish(stream(STARTED, said("prototype_name", "Kelly"), new SessionCompleted()));
    profile(3)
        .jsonPath("$.rev")
        .isEqualTo(3)
        .jsonPath("$.customer_profile.prototype_name")
        .isEqualTo("Kelly")
        .jsonPath("$.customer_profile.status")
        .isEqualTo("completed");
  }

  @Test
  void duplicates_and_reordering_change_nothing() throws Exception {
    var events =
        stream(
            STARTED,
            said("prototype_name", "Kelly"),
            edited("prototype_name", "Kelly", "Kim"),
            said("job_title", "Manager"),
            edited("prototype_name", "Kim", "Kai"));
    OWNER.has(events);
    for (int i : new int[] {0, 2, 1, 1, 0, 4, 3, 4}) {
      publish(List.of(events.get(i)));
    }
    profile(5).jsonPath("$.customer_profile.prototype_name").isEqualTo("Kai");
    await().untilAsserted(() -> assertThat(history()).containsExactly(5L, 4L, 3L, 2L));
  }

  @Test
  void what_the_topic_lost_the_owner_has() throws Exception {
    var events = stream(STARTED, said("prototype_name", "Kelly"), said("job_title", "Manager"));
    OWNER.has(events);
    publish(List.of(events.get(0), events.get(2)));
    profile(3).jsonPath("$.customer_profile.prototype_name").isEqualTo("Kelly");
  }

  @Test
  void the_same_id_in_another_workspace_is_another_profile() throws Exception {
    publish(stream(STARTED, said("prototype_name", "Kelly")));
    profile(2).jsonPath("$.customer_profile.prototype_name").isEqualTo("Kelly");
    var other = as(TestCallers.viewer(tokens, "w-" + UUID.randomUUID()));
    other.get().uri("/api/v1/profiles/" + id).exchange().expectStatus().isNotFound();
  }

  @Test
  void the_feed_tells_which_profile_changed() throws Exception {
    publish(stream(STARTED));
    profile(1);
    var feed =
        client
            .mutate()
            .responseTimeout(PATIENCE)
            .build()
            .get()
            .uri("/api/v1/profiles/feed")
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
            .getResponseBody()
            .filter(event -> event.data() != null);
    StepVerifier.create(feed)
        .then(() -> publishQuietly(next(2, said("prototype_name", "Kelly"))))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("changed");
          assertThat(event.data()).isEqualTo(Map.of("id", id, "rev", 2));
        })
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void is_ready_when_its_store_answers() {
    client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  private List<Long> history() {
    record Entry(long rev) {}
    record Entries(List<Entry> items) {}
    var entries =
        client
            .get()
            .uri("/api/v1/profiles/" + id + "/history")
            .exchange()
            .expectBody(Entries.class)
            .returnResult()
            .getResponseBody();
    return entries == null ? List.of() : entries.items().stream().map(Entry::rev).toList();
  }
}
