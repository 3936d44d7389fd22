package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class GenkitFlowIT extends RunningService {

  private static final Duration BEFORE_THE_DEADLINE = Duration.ofMillis(1_500);

  @Test
  void a_call_without_a_session_and_a_message_is_greeted() {
    var result = run(FLOW, Map.of());
    assertThat(result.path("reply").asString()).isNotBlank();
    assertThat(result.path("asked").path(0).asString()).isEqualTo("ready");
    assertThat(result.path("buttons")).isNotEmpty();
    assertThat(result.path("status").asString()).isEqualTo("in_progress");
    var conversation = conversation(result.path("sessionId").asString());
    assertThat(conversation.path("rev")).isEqualTo(result.path("rev"));
    assertThat(conversation.at("/messages/0/text")).isEqualTo(result.path("reply"));
  }

  @Test
  void an_interview_is_the_same_conversation_as_over_the_api() {
    var session = run(FLOW, Map.of("message", "yes")).path("sessionId").asString();
    say(session, "m2", "Economic Buyer");
    var result = say(session, "m3", "B2B");
    assertThat(result.at("/state/type").asString()).isEqualTo("Economic Buyer");
    assertThat(result.path("state")).isEqualTo(conversation(session).path("values"));
    assertThat(result.path("phase")).isEqualTo(conversation(session).path("phase"));
    assertThat(result.path("asked")).isEqualTo(conversation(session).path("asked"));
  }

  @Test
  void a_question_for_what_was_meant_is_answered_with_a_buttons_label() {
    var session = run("/genkit/flows/customer-profile", Map.of()).path("sessionId").asString();
    for (var said : List.of("yes", "end user", "B2B", "Ines Roth", "Acme", "Nurse", "skip")) {
      say(session, said.replace(' ', '-'), said);
    }
    var asked = say(session, "unclear", "$250k");
    assertThat(
            asked.path("buttons").values().stream().map(button -> button.path("label").asString()))
        .containsExactly("Yearly income", "Yearly revenue", "Neither");
    assertThat(asked.at("/state/demographics").has("annual_revenue")).isFalse();
    var answered = say(session, "meant", "Yearly revenue");
    assertThat(answered.at("/state/demographics/annual_revenue").asString())
        .isEqualTo("250000 USD");
  }

  @Test
  void a_session_can_be_looked_at_without_saying_anything() {
    var said = run(FLOW, Map.of("message", "yes"));
    var session = said.path("sessionId").asString();
    assertThat(run(FLOW, Map.of("sessionId", session))).isEqualTo(said);
    assertThat(conversation(session).path("rev")).isEqualTo(said.path("rev"));
  }

  @Test
  void the_same_first_call_again_is_the_same_session_and_the_same_result() {
    var first = Map.<String, Object>of("clientMessageId", "m1", "message", "yes");
    var result = run(FLOW, first);
    say(result.path("sessionId").asString(), "m2", "End User");
    assertThat(run(FLOW, first)).isEqualTo(result);
    var greeted = run(FLOW, Map.of("clientMessageId", "g1"));
    say(greeted.path("sessionId").asString(), "m2", "yes");
    assertThat(run(FLOW, Map.of("clientMessageId", "g1"))).isEqualTo(greeted);
  }

  @Test
  void the_same_message_again_changes_nothing_and_another_under_its_id_is_refused() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    var result = say(session, "m1", "yes");
    say(session, "m2", "End User");
    assertThat(say(session, "m1", "yes")).isEqualTo(result);
    var refused = post(FLOW, data(session, "m1", "no"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("status").asString()).isEqualTo("ALREADY_EXISTS");
  }

  @Test
  void a_stream_tells_what_happened_then_the_reply_then_the_result() {
    var session = run(FLOW, Map.of("message", "yes")).path("sessionId").asString();
    var answer = stream(FLOW, data(session, "m2", "Economic Buyer 👍"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/plain");
    assertThat(answer.header("x-genkit-stream-id")).isEqualTo(session + ":m2");
    assertThat(answer.text()).matches("[\\n\\x20-\\x7e]+");
    var frames = answer.frames();
    var messages = frames.subList(0, frames.size() - 1);
    assertThat(messages).allMatch(frame -> frame.has("message"));
    assertThat(messages.getFirst().at("/message/event/type").asString())
        .isEqualTo("MessageReceived");
    assertThat(messages)
        .anySatisfy(frame -> {
          assertThat(frame.at("/message/type").asString()).isEqualTo("event");
          assertThat(frame.at("/message/event/type").asString()).isEqualTo("FieldCaptured");
          assertThat(frame.at("/message/event/path").asString()).isEqualTo("type");
        });
    var result = answer.last().path("result");
    assertThat(pieces(messages)).isEqualTo(result.path("reply").asString());
    assertThat(result.at("/state/type").asString()).isEqualTo("Economic Buyer");
  }

  @Test
  void a_stream_can_be_asked_for_again_and_is_the_same_byte_for_byte() {
    var session = run(FLOW, Map.of("message", "yes")).path("sessionId").asString();
    var first = stream(FLOW, data(session, "m2", "Economic Buyer"));
    say(session, "m3", "B2B");
    var id = String.valueOf(first.header("x-genkit-stream-id"));
    var again = replay(id);
    assertThat(again.chunks()).isEqualTo(first.chunks());
    assertThat(again.header("x-genkit-stream-id")).isEqualTo(id);
    assertThat(conversation(session).path("messages")).hasSize(7);
  }

  @Test
  void the_greeting_can_be_streamed_again_as_well() {
    var first = stream(FLOW, Map.of());
    assertThat(replay(String.valueOf(first.header("x-genkit-stream-id"))).chunks())
        .isEqualTo(first.chunks());
  }

  @Test
  void a_stream_nobody_knows_is_no_content() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    for (var id : List.of("nope", "nope:m1", session + ":m9")) {
      assertThat(replay(id).status()).as(id).isEqualTo(204);
    }
    var elsewhere = call("/genkit/flows/nope").header("x-genkit-stream-id", session + ":start");
    assertThat(elsewhere.post("{}").status()).isEqualTo(404);
  }

  @Test
  void the_head_of_a_stream_comes_at_once_so_that_its_id_is_known() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    var hanging = JSON.writeValueAsString(data(session, "m1", "hang"));
    try (var open = call(FLOW).header("Accept", "text/event-stream").open(hanging)) {
      var head = assertTimeoutPreemptively(BEFORE_THE_DEADLINE, open::head);
      assertThat(head).anyMatch(line -> line.contains(session + ":m1"));
    }
  }

  @Test
  void a_client_that_leaves_ends_the_work() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    var hanging = JSON.writeValueAsString(data(session, "m1", "hang"));
    var abandoned = ABANDONED.get();
    try (var open = call(FLOW).header("Accept", "text/event-stream").open(hanging)) {
      open.head();
    }
    await().atMost(BEFORE_THE_DEADLINE).until(() -> ABANDONED.get() > abandoned);
  }

  @Test
  void a_call_that_hangs_ends_with_its_deadline() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    var streamed = stream(FLOW, data(session, "m1", "hang"));
    assertThat(streamed.frames()).hasSize(1);
    assertThat(streamed.text()).startsWith("error: ");
    assertThat(streamed.last().at("/error/status").asString()).isEqualTo("DEADLINE_EXCEEDED");
    var unary = post(FLOW, data(session, "m1", "hang"));
    assertThat(unary.status()).isEqualTo(504);
    assertThat(unary.json().path("status").asString()).isEqualTo("DEADLINE_EXCEEDED");
  }

  @Test
  void a_defect_ends_the_call_and_tells_nothing() {
    var session = run(FLOW, Map.of()).path("sessionId").asString();
    var streamed = stream(FLOW, data(session, "m1", "crash"));
    assertThat(streamed.status()).isEqualTo(200);
    assertThat(streamed.text())
        .isEqualTo(
            "error: {\"error\":{\"status\":\"INTERNAL\",\"message\":\"Internal Error\"}}\n\n");
    var unary = post(FLOW, data(session, "m1", "crash"));
    assertThat(unary.status()).isEqualTo(500);
    assertThat(unary.text()).isEqualTo("{\"status\":\"INTERNAL\",\"message\":\"Internal Error\"}");
    assertThat(say(session, "m1", "yes").path("asked")).isNotEmpty();
  }

  @Test
  void a_wrong_input_is_refused_in_a_stream_and_outside_of_one() {
    var wrong = Map.of("data", Map.of("message", 5));
    var unary = post(FLOW, wrong);
    assertThat(unary.status()).isEqualTo(400);
    assertThat(unary.json().path("status").asString()).isEqualTo("INVALID_ARGUMENT");
    assertThat(unary.json().at("/details/errors/0/path").asString()).isEqualTo("message");
    var streamed = stream(FLOW, wrong);
    assertThat(streamed.status()).isEqualTo(200);
    assertThat(streamed.last().path("error")).isEqualTo(unary.json());
  }

  @Test
  void a_session_nobody_knows_or_of_somebody_else_is_not_found() {
    var elsewhere = UUID.randomUUID().toString();
    var unary = post(FLOW, data(elsewhere, "m1", "yes"));
    assertThat(unary.status()).isEqualTo(404);
    assertThat(unary.json().path("status").asString()).isEqualTo("NOT_FOUND");
    var streamed = stream(FLOW, data(elsewhere, "m1", "yes"));
    assertThat(streamed.last().at("/error/status").asString()).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({"*/*", "text/event-stream"})
  void what_is_refused_before_the_flow_is_told_in_genkits_words(String accept) {
    var anonymous = new RawCall(port, FLOW).header("Accept", accept).post("{}");
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.header("content-type")).isEqualTo("application/json");
    assertThat(anonymous.json().path("status").asString()).isEqualTo("UNAUTHENTICATED");
    assertThat(anonymous.json().path("message").asString()).isNotBlank();
    assertThat(anonymous.json().propertyNames()).containsExactly("status", "message");
    var viewer =
        new RawCall(port, FLOW)
            .header(ServiceTokens.HEADER, token(Role.VIEWER))
            .header("Accept", accept)
            .post("{}");
    assertThat(viewer.status()).isEqualTo(403);
    assertThat(viewer.json().path("status").asString()).isEqualTo("PERMISSION_DENIED");
    var unknown = call("/genkit/flows/nope").header("Accept", accept).post("{}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("status").asString()).isEqualTo("NOT_FOUND");
    var broken = call(FLOW).header("Accept", accept).post("{\"data\":");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().path("status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void other_paths_keep_their_problems() {
    var problem = new RawCall(port, "/api/v1/flows").get();
    assertThat(problem.status()).isEqualTo(401);
    assertThat(problem.header("content-type")).isEqualTo("application/problem+json");
    var nothing = call("/genkit/nothing").get();
    assertThat(nothing.json().path("status").asString()).isEqualTo("NOT_FOUND");
    var wrongMethod = call(FLOW).get();
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.json().path("status").asString()).isEqualTo("UNIMPLEMENTED");
  }

  @Test
  void too_large_a_body_is_refused() {
    var answer = call(FLOW).post("{\"data\":{\"message\":\"" + "x".repeat(300_000) + "\"}}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  private JsonNode say(String session, String messageId, String text) {
    return run(FLOW, Map.of("sessionId", session, "clientMessageId", messageId, "message", text));
  }

  private RawCall.Answer post(String path, Object body) {
    return call(path).post(JSON.writeValueAsString(body));
  }

  private RawCall.Answer replay(String id) {
    return call(FLOW)
        .header("Accept", "text/event-stream")
        .header("x-genkit-stream-id", id)
        .post("{\"data\":{\"message\":\"ignored\"}}");
  }

  private static Map<String, Object> data(String session, String messageId, String text) {
    return Map.of(
        "data", Map.of("sessionId", session, "clientMessageId", messageId, "message", text));
  }

  private static String pieces(List<JsonNode> messages) {
    var reply = new StringBuilder();
    messages.forEach(frame -> reply.append(frame.at("/message/text").asString("")));
    return reply.toString();
  }
}
