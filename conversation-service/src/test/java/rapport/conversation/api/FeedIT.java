package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import com.flipkart.zjsonpatch.Jackson3JsonPatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FeedIT extends ConversationServiceSetting {

  private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENTS =
      new ParameterizedTypeReference<>() {};

  @Test
  void shows_everything_first_and_then_each_change() {
    var id = start();
    StepVerifier.create(feed(id, null))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("snapshot");
          assertThat(data(event).get("id").asString()).isEqualTo(id);
        })
        .then(() -> say(id, "m1", "yes"))
        .assertNext(event -> assertThat(data(event).get("role").asString()).isEqualTo("user"))
        .assertNext(event -> assertThat(data(event).get("role").asString()).isEqualTo("bot"))
        .assertNext(event -> assertThat(event.event()).isEqualTo("patch"))
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void patches_turn_the_snapshot_into_the_conversation() {
    var id = start();
    var snapshot = new ObjectNode[1];
    StepVerifier.create(feed(id, null).filter(event -> !"message".equals(event.event())))
        .assertNext(event -> snapshot[0] = (ObjectNode) data(event))
        .then(() -> say(id, "m1", "it's a B2B profile"))
        .assertNext(event -> apply(snapshot, event))
        .then(() -> edit(id, "e1", "job_title", "CFO", 1))
        .assertNext(event -> apply(snapshot, event))
        .then(() -> edit(id, "e2", "b2b_b2c", "B2C", 1))
        .assertNext(event -> apply(snapshot, event))
        .then(() -> say(id, "m2", "Können wir Deutsch sprechen?"))
        .assertNext(event -> {
          apply(snapshot, event);
          assertThat(snapshot[0].get("locale").asString()).isEqualTo("de");
        })
        .thenCancel()
        .verify(PATIENCE);
    var now = (ObjectNode) conversation(id);
    now.remove("messages");
    snapshot[0].remove("messages");
    assertThat(snapshot[0]).isEqualTo(now);
  }

  @Test
  void misses_and_doubles_nothing_when_much_is_said_at_once() {
    var id = start();
    var snapshot = new ObjectNode[1];
    StepVerifier.create(feed(id, null).filter(event -> !"message".equals(event.event())))
        .assertNext(event -> snapshot[0] = (ObjectNode) data(event))
        .then(() -> IntStream.range(0, 8).parallel().forEach(n -> say(id, "m" + n, "End User")))
        .recordWith(ArrayList::new)
        .expectNextCount(8)
        .consumeRecordedWith(events -> {
          assertThat(events).extracting(ServerSentEvent::id).doesNotHaveDuplicates();
          events.forEach(event -> apply(snapshot, event));
        })
        .thenCancel()
        .verify(PATIENCE);
    var now = (ObjectNode) conversation(id);
    now.remove("messages");
    snapshot[0].remove("messages");
    assertThat(snapshot[0]).isEqualTo(now);
  }

  private static void apply(ObjectNode[] snapshot, ServerSentEvent<JsonNode> event) {
    snapshot[0] = (ObjectNode) Jackson3JsonPatch.apply(data(event), snapshot[0]);
  }

  @Test
  void tells_of_a_message_that_was_taken_back() {
    var id = start();
    say(id, "m1", "End User");
    StepVerifier.create(feed(id, null))
        .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
        .then(() -> post("/api/v1/conversations/" + id + "/undo", Map.of("messageId", "m1"), 200))
        .assertNext(event -> {
          assertThat(data(event).get("id").asString()).isEqualTo("m1");
          assertThat(data(event).get("undone").asBoolean()).isTrue();
        })
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void resumes_after_the_last_event_seen() {
    var id = start();
    var seen = conversation(id).get("rev").asString();
    var first = say(id, "m1", "yes");
    var second = say(id, "m2", "End User");
    StepVerifier.create(feed(id, seen).filter(event -> "patch".equals(event.event())))
        .assertNext(event -> assertThat(event.id()).isEqualTo(first.get("rev").asString()))
        .assertNext(event -> assertThat(event.id()).isEqualTo(second.get("rev").asString()))
        .thenCancel()
        .verify(PATIENCE);
  }

  /** After a restart many resume at once, and the gateway waits for the heads of their answers. */
  @Test
  void begins_soon_when_it_resumes_where_nothing_has_happened_since() {
    var id = start();
    var seen = conversation(id).get("rev").asString();
    client
        .mutate()
        .responseTimeout(Duration.ofSeconds(4)) // for the head alone; heartbeats come every 15 s
        .build()
        .get()
        .uri("/api/v1/conversations/" + id + "/feed")
        .header("Last-Event-ID", seen)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void starts_afresh_when_the_last_event_is_nonsense() {
    var id = start();
    StepVerifier.create(feed(id, "nonsense"))
        .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
        .thenCancel()
        .verify(PATIENCE);
  }

  private Flux<ServerSentEvent<JsonNode>> feed(String id, @Nullable String last) {
    var request = client.get().uri("/api/v1/conversations/" + id + "/feed");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    return request
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(EVENTS)
        .getResponseBody()
        .filter(event -> event.event() != null);
  }

  private static JsonNode data(ServerSentEvent<JsonNode> event) {
    return Objects.requireNonNull(event.data());
  }
}
