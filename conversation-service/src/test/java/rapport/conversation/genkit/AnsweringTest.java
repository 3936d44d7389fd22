package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class AnsweringTest {

  private static final Answer ANSWER =
      new Answer(List.of(Map.of("n", 1), Map.of("n", 2)), Map.of("reply", "noté"));
  private static final StreamId STREAM = new StreamId("c1", "m1");
  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Answering answering =
      new Answering(new Frames(JsonMapper.shared()), JsonMapper.shared(), PATIENCE);
  private final MockServerWebExchange unary = exchange(MediaType.ALL_VALUE);
  private final MockServerWebExchange stream = exchange(MediaType.TEXT_EVENT_STREAM_VALUE);

  private static MockServerWebExchange exchange(String accept) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/genkit/flows/f").header(HttpHeaders.ACCEPT, accept));
  }

  @Test
  void a_call_that_is_not_streamed_gets_its_result() {
    run(unary, Mono.just(ANSWER));
    assertThat(unary.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(body(unary)).isEqualTo("{\"result\":{\"reply\":\"noté\"}}");
  }

  @Test
  void a_call_that_is_not_streamed_fails_with_the_status_of_its_code() {
    run(unary, Mono.error(RefusedException.invalid("message", "must be a text")));
    assertThat(unary.getResponse().getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(body(unary))
        .isEqualTo(
            "{\"status\":\"INVALID_ARGUMENT\",\"message\":\"The input cannot be accepted.\","
                + "\"details\":{\"errors\":[{\"path\":\"message\",\"message\":\"must be a text\"}]}}");
  }

  @Test
  void a_stream_shows_the_way_and_ends_with_the_result() {
    run(stream, Mono.just(ANSWER));
    assertThat(stream.getResponse().getHeaders().getFirst("content-type")).isEqualTo("text/plain");
    assertThat(stream.getResponse().getHeaders().getFirst("x-genkit-stream-id")).isEqualTo("c1:m1");
    assertThat(body(stream))
        .isEqualTo(
            "data: {\"message\":{\"n\":1}}\n\ndata: {\"message\":{\"n\":2}}\n\n"
                + "data: {\"result\":{\"reply\":\"not\\u00E9\"}}\n\n");
  }

  @Test
  void the_query_can_ask_for_a_stream_as_well() {
    var asked = MockServerWebExchange.from(MockServerHttpRequest.post("/genkit/f?stream=true"));
    run(asked, Mono.just(ANSWER));
    assertThat(body(asked)).startsWith("data: ");
  }

  @Test
  void a_stream_that_fails_is_fine_for_http_and_ends_with_the_error() {
    run(stream, Mono.error(RefusedException.invalid("message", "must be a text")));
    assertThat(stream.getResponse().getStatusCode()).isIn(null, HttpStatus.OK);
    assertThat(body(stream)).startsWith("error: {\"error\":{\"status\":\"INVALID_ARGUMENT\"");
    assertThat(body(stream)).endsWith("}\n\n").containsOnlyOnce("\n\n");
  }

  @Test
  void a_defect_ends_a_stream_with_an_internal_error() {
    run(stream, Mono.error(new IllegalStateException("secret")));
    assertThat(body(stream))
        .isEqualTo(
            "error: {\"error\":{\"status\":\"INTERNAL\",\"message\":\"Internal Error\"}}\n\n");
  }

  @Test
  void what_cannot_be_written_as_json_ends_a_stream_with_an_internal_error() {
    var endless = new HashMap<String, Object>();
    endless.put("self", endless);
    run(stream, Mono.just(new Answer(List.of(Map.of("n", 1)), endless)));
    assertThat(body(stream)).startsWith("error: {\"error\":{\"status\":\"INTERNAL\"");
  }

  @Test
  void a_call_without_an_answer_still_ends() {
    run(stream, Mono.empty());
    assertThat(body(stream)).startsWith("error: {\"error\":{\"status\":\"INTERNAL\"");
    run(unary, Mono.empty());
    assertThat(unary.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  @Test
  void a_stream_that_takes_too_long_ends_with_its_deadline() {
    StepVerifier.withVirtualTime(() -> answering.answer(stream, STREAM, Mono.never()))
        .thenAwait(PATIENCE)
        .verifyComplete();
    assertThat(body(stream)).startsWith("error: {\"error\":{\"status\":\"DEADLINE_EXCEEDED\"");
  }

  @Test
  void a_call_that_takes_too_long_ends_with_its_deadline() {
    StepVerifier.withVirtualTime(() -> answering.answer(unary, Mono.never()))
        .thenAwait(PATIENCE)
        .verifyComplete();
    assertThat(unary.getResponse().getStatusCode()).isEqualTo(HttpStatus.GATEWAY_TIMEOUT);
  }

  @Test
  void a_stream_asked_for_again_is_sent_again() {
    answering
        .replay(stream, "c1:m1", id -> id.equals(STREAM) ? Mono.just(ANSWER) : Mono.empty())
        .block();
    assertThat(stream.getResponse().getHeaders().getFirst("x-genkit-stream-id")).isEqualTo("c1:m1");
    assertThat(body(stream)).endsWith("data: {\"result\":{\"reply\":\"not\\u00E9\"}}\n\n");
  }

  @Test
  void a_stream_nobody_knows_is_no_content() {
    answering.replay(stream, "c1:m1", _ -> Mono.empty()).block();
    assertThat(stream.getResponse().getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    answering.replay(unary, "not an id", _ -> Mono.just(ANSWER)).block();
    assertThat(unary.getResponse().getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
  }

  @Test
  void a_call_that_is_part_of_a_trace_is_told_which() {
    var traced = traced(TRACEPARENT);
    assertThat(traced.getFirst("x-genkit-trace-id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(traced.getFirst("x-genkit-span-id")).isEqualTo("b7ad6b7169203331");
    assertThat(traced("nonsense\r\nx: y").getFirst("x-genkit-trace-id")).isNull();
    assertThat(traced(null).getFirst("x-genkit-trace-id")).isNull();
  }

  private HttpHeaders traced(@Nullable String traceparent) {
    var request = MockServerHttpRequest.post("/genkit/flows/f");
    if (traceparent != null) {
      request.header("traceparent", traceparent);
    }
    var traced = MockServerWebExchange.from(request);
    run(traced, Mono.just(ANSWER));
    return traced.getResponse().getHeaders();
  }

  private void run(MockServerWebExchange exchange, Mono<Answer> answer) {
    answering.answer(exchange, STREAM, answer).block();
  }

  private static String body(MockServerWebExchange exchange) {
    var body = exchange.getResponse().getBodyAsString().block();
    return body == null ? "" : body;
  }
}
