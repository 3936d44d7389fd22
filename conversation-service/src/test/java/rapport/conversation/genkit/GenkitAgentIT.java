package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.flipkart.zjsonpatch.Jackson3JsonPatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class GenkitAgentIT extends RunningService {

  @Test
  void a_first_turn_begins_a_session() {
    var result = turn("yes", Map.of()).last().path("result");
    var session = result.path("sessionId").asString();
    assertThat(result.path("snapshotId").asString()).isEqualTo(session + ":2");
    assertThat(result.at("/message/role").asString()).isEqualTo("model");
    assertThat(result.path("finishReason").asString()).isEqualTo("stop");
    assertThat(conversation(session).path("messages").path(1).path("text").asString())
        .isEqualTo("yes");
  }

  @Test
  void a_first_turn_that_says_nothing_is_greeted() {
    var answer = stream(AGENT, Map.of("data", Map.of(), "init", Map.of()));
    var result = answer.last().path("result");
    assertThat(result.path("snapshotId").asString()).endsWith(":1");
    assertThat(result.at("/message/content/0/text").asString()).isNotBlank();
    assertThat(patched(answer).path("asked").path(0).asString()).isEqualTo("ready");
  }

  @Test
  void a_turn_sets_the_state_patches_it_speaks_and_ends() {
    var first = turn("yes", Map.of()).last().path("result");
    var answer = turn("Economic Buyer", Map.of("snapshotId", first.path("snapshotId")));
    var chunks = answer.frames().stream().map(frame -> frame.path("message")).toList();
    assertThat(chunks.getFirst().at("/customPatch/0/op").asString()).isEqualTo("replace");
    assertThat(chunks.getFirst().at("/customPatch/0/path").asString()).isEmpty();
    assertThat(chunks.getFirst().at("/customPatch/0/value/phase").asString()).isNotBlank();
    assertThat(chunks.get(1).path("customPatch")).isNotEmpty();
    assertThat(chunks.get(2).at("/modelChunk/role").asString()).isEqualTo("model");
    var result = answer.last().path("result");
    assertThat(chunks.get(chunks.size() - 2).path("turnEnd").path("snapshotId"))
        .isEqualTo(result.path("snapshotId"));
    var state = patched(answer);
    var conversation = conversation(result.path("sessionId").asString());
    assertThat(state.path("values")).isEqualTo(conversation.path("values"));
    assertThat(state.path("rev")).isEqualTo(conversation.path("rev"));
    assertThat(spoken(chunks)).isEqualTo(result.at("/message/content/0/text").asString());
  }

  @Test
  void the_same_turn_again_gets_the_same_bytes() {
    var first = turn("yes", Map.of()).last().path("result");
    var init = Map.<String, Object>of("snapshotId", first.path("snapshotId"));
    var answer = turn("Economic Buyer", init);
    var next = answer.last().at("/result/snapshotId");
    turn("B2B", Map.of("snapshotId", next));
    assertThat(turn("Economic Buyer", init).chunks()).isEqualTo(answer.chunks());
  }

  @Test
  void a_stale_snapshot_aborts_the_turn_and_says_what_is_there_now() {
    var first = turn("yes", Map.of()).last().path("result");
    var session = first.path("sessionId").asString();
    turn("Economic Buyer", Map.of("snapshotId", session + ":2"));
    var stale = turn("End User", Map.of("snapshotId", session + ":2"));
    var error = stale.last().path("error");
    assertThat(error.path("status").asString()).isEqualTo("ABORTED");
    assertThat(error.path("details").asString())
        .isEqualTo("expected " + session + ":2, at " + session + ":3");
    assertThat(conversation(session).at("/values/type").asString()).isEqualTo("Economic Buyer");
  }

  @Test
  void an_edit_in_the_panel_makes_a_snapshot_stale() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    run("/genkit/flows/customer-profile", Map.of("sessionId", session, "message", "End User"));
    var stale = turn("B2B", Map.of("snapshotId", session + ":2"));
    assertThat(stale.last().at("/error/details").asString())
        .isEqualTo("expected " + session + ":2, at " + session + ":3");
  }

  @Test
  void a_session_is_continued_at_its_latest_snapshot() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    var result = turn("End User", Map.of("sessionId", session)).last().path("result");
    assertThat(result.path("snapshotId").asString()).isEqualTo(session + ":3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "nope:1", "%s:9"})
  void a_snapshot_nobody_knows_is_not_found(String snapshot) {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    var answer = turn("yes", Map.of("snapshotId", snapshot.formatted(session)));
    assertThat(answer.last().at("/error/status").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void a_turn_that_continues_something_has_to_say_something_of_that_session() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    var silent = turn(" ", Map.of("snapshotId", session + ":2"));
    assertThat(silent.last().at("/error/details/errors/0/path").asString()).isEqualTo("message");
    var mixed = turn("yes", Map.of("snapshotId", session + ":2", "sessionId", "another"));
    assertThat(mixed.last().at("/error/status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void a_snapshot_shows_the_session_as_it_was() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    var answer = turn("Economic Buyer", Map.of("snapshotId", session + ":2"));
    turn("B2B", Map.of("snapshotId", session + ":3"));
    var snapshot = run(AGENT + "/getSnapshot", Map.of("snapshotId", session + ":3"));
    assertThat(snapshot.path("sessionId").asString()).isEqualTo(session);
    assertThat(snapshot.path("parentId").asString()).isEqualTo(session + ":2");
    assertThat(snapshot.path("status").asString()).isEqualTo("completed");
    assertThat(snapshot.at("/state/custom")).isEqualTo(patched(answer));
    assertThat(snapshot.at("/state/messages"))
        .extracting(message -> message.path("role").asString())
        .containsExactly("model", "user", "model", "user", "model");
    var latest = run(AGENT + "/getSnapshot", Map.of("sessionId", session));
    assertThat(latest.path("snapshotId").asString()).isEqualTo(session + ":4");
    assertThat(latest.at("/state/custom/values")).isEqualTo(conversation(session).path("values"));
  }

  @Test
  void anybody_may_look_at_a_snapshot_but_only_a_marketer_may_talk() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    var look = JSON.writeValueAsString(Map.of("data", Map.of("sessionId", session)));
    assertThat(viewer(AGENT + "/getSnapshot").post(look).status()).isEqualTo(200);
    assertThat(viewer(AGENT).post("{\"data\":{}}").status()).isEqualTo(403);
    assertThat(viewer(AGENT + "/abort").post(look).status()).isEqualTo(403);
  }

  private RawCall viewer(String path) {
    return new RawCall(port, path).header(ServiceTokens.HEADER, token(Role.VIEWER));
  }

  @Test
  void there_is_nothing_to_abort() {
    var session = turn("yes", Map.of()).last().at("/result/sessionId").asString();
    assertThat(run(AGENT + "/abort", Map.of("snapshotId", session + ":2")))
        .isEqualTo(JSON.valueToTree(Map.of("snapshotId", session + ":2", "status", "completed")));
    assertThat(run(AGENT + "/abort", Map.of("snapshotId", "nope")))
        .isEqualTo(JSON.valueToTree(Map.of("snapshotId", "nope")));
  }

  @Test
  void a_snapshot_that_is_not_there_cannot_be_shown() {
    var body = JSON.writeValueAsString(Map.of("data", Map.of("snapshotId", "nope:1")));
    var answer = call(AGENT + "/getSnapshot").post(body);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("status").asString()).isEqualTo("NOT_FOUND");
  }

  private RawCall.Answer turn(String text, Map<String, Object> init) {
    var message = Map.of("role", "user", "content", List.of(Map.of("text", text)));
    return stream(AGENT, Map.of("data", Map.of("message", message), "init", init));
  }

  private static JsonNode patched(RawCall.Answer answer) {
    JsonNode state = JSON.nullNode();
    for (var frame : answer.frames()) {
      var patch = frame.at("/message/customPatch");
      if (!patch.isMissingNode()) {
        state =
            patch.at("/0/path").asString().isEmpty()
                ? patch.at("/0/value")
                : Jackson3JsonPatch.apply(patch, state);
      }
    }
    return state;
  }

  private static String spoken(List<JsonNode> chunks) {
    var reply = new StringBuilder();
    chunks.forEach(chunk -> reply.append(chunk.at("/modelChunk/content/0/text").asString("")));
    return reply.toString();
  }
}
