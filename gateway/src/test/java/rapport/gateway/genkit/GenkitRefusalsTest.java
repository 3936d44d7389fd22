package rapport.gateway.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.ResponseStatusException;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;
import rapport.runtime.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

class GenkitRefusalsTest {
  private static final String FLOW = "/genkit/flows/buying-process";

  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, INVALID_ARGUMENT",
    "UNAUTHORIZED, UNAUTHENTICATED",
    "FORBIDDEN, PERMISSION_DENIED",
    "NOT_FOUND, NOT_FOUND",
    "METHOD_NOT_ALLOWED, UNIMPLEMENTED",
    "REQUEST_TIMEOUT, DEADLINE_EXCEEDED",
    "CONTENT_TOO_LARGE, INVALID_ARGUMENT",
    "TOO_MANY_REQUESTS, RESOURCE_EXHAUSTED",
    "INTERNAL_SERVER_ERROR, INTERNAL",
    "SERVICE_UNAVAILABLE, UNAVAILABLE",
    "GATEWAY_TIMEOUT, DEADLINE_EXCEEDED"
  })
  void every_status_has_its_code(HttpStatus status, String code) {
    var exchange = handled(FLOW, Problem.of(status, "any", "Because."));
    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(status);
    assertThat(exchange.getResponse().getBodyAsString().block())
        .isEqualTo("{\"status\":\"" + code + "\",\"message\":\"Because.\"}");
  }

  @Test
  void nothing_is_told_of_a_defect() {
    for (var defect :
        new RuntimeException[] {
          new IllegalStateException("secret"),
          new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "secret")
        }) {
      assertThat(handled(FLOW, defect).getResponse().getBodyAsString().block())
          .isEqualTo("{\"status\":\"INTERNAL\",\"message\":\"Internal Error\"}");
    }
  }

  private static MockServerWebExchange handled(String path, Throwable failure) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.post(path));
    new GenkitRefusals(JsonMapper.shared()).handle(exchange, failure).block();
    return exchange;
  }

  @Test
  void without_a_sign_in_nobody_is_authenticated() {
    refused(call(gateway.anyone(), FLOW, "{}"), 401, "UNAUTHENTICATED")
        .expectHeader()
        .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  @Test
  void a_cookie_alone_is_no_permission() {
    var cookie = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);
    var browser = gateway.anyone().mutate().defaultCookie("rapport", cookie).build();
    refused(call(browser, FLOW, "{}"), 403, "PERMISSION_DENIED");
  }

  @Test
  void a_path_that_can_be_read_in_two_ways_is_an_invalid_argument() {
    refused(call(gateway.admin(), "/genkit/flows/a;b", "{}"), 400, "INVALID_ARGUMENT");
  }

  @Test
  void a_body_that_is_too_large_is_an_invalid_argument() {
    refused(call(gateway.admin(), FLOW, "x".repeat(300_000)), 413, "INVALID_ARGUMENT");
  }

  @Test
  void who_calls_too_often_has_exhausted_something() {
    try (var strict =
        RunningGateway.start(
            Map.of(
                "rapport.gateway.limit.address.per-second", 1,
                "rapport.gateway.limit.address.burst", 1))) {
      call(strict.anyone(), FLOW, "{}").expectStatus().isUnauthorized();
      refused(call(strict.anyone(), FLOW, "{}"), 429, "RESOURCE_EXHAUSTED")
          .expectHeader()
          .exists(HttpHeaders.RETRY_AFTER);
    }
  }

  @Test
  void a_service_that_is_away_is_unavailable() {
    try (var own = RunningGateway.start(Map.of())) {
      own.service(Upstream.CONVERSATION).stop();
      refused(call(own.admin(), FLOW, "{}"), 503, "UNAVAILABLE")
          .expectHeader()
          .exists(HttpHeaders.RETRY_AFTER);
    }
  }

  @Test
  void a_service_that_hangs_exceeds_its_deadline() {
    var impatient = RunningGateway.impatient();
    refused(call(impatient.admin(), "/genkit/flows/hanging", "{}"), 504, "DEADLINE_EXCEEDED");
  }

  @Test
  void what_the_service_answers_passes_unchanged() {
    call(gateway.admin(), "/genkit/flows/refusing", "{}")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("of-the-service");
  }

  private static ResponseSpec call(WebTestClient client, String path, String body) {
    return client
        .method(HttpMethod.POST)
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.TEXT_EVENT_STREAM)
        .bodyValue(body)
        .exchange();
  }

  private static ResponseSpec refused(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_JSON)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo(code)
        .jsonPath("$.message")
        .isNotEmpty()
        .jsonPath("$.type")
        .doesNotExist();
    return answer;
  }
}
