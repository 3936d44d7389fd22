package rapport.runtime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;

class ProblemsAtTheEdgeTest extends EdgeTest {

  @Test
  void a_sound_body_is_taken() {
    send("{\"name\":\"a\",\"amount\":3,\"ready\":true,\"colour\":\"RED\",\"size\":{\"width\":2}}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.amount")
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "{\"name\":\"a\",\"tags\":[\"x\"",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\"}{}",
        "{\"name\":\"line\nbreak\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{name:'a'}",
        "{\"name\":\"a\",\"amount\":01}",
        "{\"name\":\"a\",\"amount\":NaN}",
        "{\"name\":\"\\ud800x\\q\"}"
      })
  void what_is_not_json_is_malformed(String body) {
    problem(body, 400, "malformed-json");
  }

  @Test
  void a_body_nested_beyond_reason_is_malformed() {
    problem("{\"extra\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", 400, "malformed-json");
  }

  @Test
  void a_field_nobody_knows_is_named() {
    problem("{\"name\":\"a\",\"size\":{\"width\":1,\"depth\":2}}", 400, "unknown-field")
        .jsonPath("$.errors[0].path")
        .isEqualTo("size.depth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":5}|name",
        "{\"name\":1.5}|name",
        "{\"name\":true}|name",
        "{\"name\":[]}|name",
        "{\"amount\":\"5\"}|amount",
        "{\"amount\":1.5}|amount",
        "{\"amount\":99999999999}|amount",
        "{\"ready\":\"true\"}|ready",
        "{\"ready\":1}|ready",
        "{\"colour\":0}|colour",
        "{\"colour\":\"GREEN\"}|colour",
        "{\"tags\":\"one\"}|tags",
        "{\"tags\":[1]}|tags[0]",
        "{\"size\":\"\"}|size",
        "{\"size\":{\"width\":null}}|size.width",
        "[]|''",
        "5|''"
      })
  void a_value_of_another_type_is_named(String body, String path) {
    problem(body, 400, "wrong-type").jsonPath("$.errors[0].path").isEqualTo(path);
  }

  @Test
  void what_a_constructor_refuses_is_told_in_its_words() {
    problem("{\"name\":\"a\",\"size\":{\"width\":0}}", 400, "invalid-value")
        .jsonPath("$.errors[0].detail")
        .isEqualTo("a width is at least 1");
  }

  @Test
  void a_body_over_the_limit_is_too_large() {
    problem("{\"name\":\"" + "x".repeat(300_000) + "\"}", 413, "too-large");
  }

  @Test
  void a_connection_serves_on_after_a_body_too_large() {
    for (var round = 0; round < 30; round++) {
      problem("{\"name\":\"" + "x".repeat(1_000_000) + "\"}", 413, "too-large");
      problem(get("/api/nothing"), 404, "not-found");
      problem("{", 400, "malformed-json");
    }
  }

  @Test
  void what_is_not_there_is_not_found() {
    problem(get("/api/nothing"), 404, "not-found");
    problem(get("/../etc/passwd"), 404, "not-found");
  }

  @Test
  void a_parameter_that_is_missing_or_unreadable_is_named() {
    problem(get("/api/things"), 400, "missing-parameter")
        .jsonPath("$.errors[0].path")
        .isEqualTo("limit");
    problem(get("/api/things?limit=many"), 400, "wrong-type")
        .jsonPath("$.errors[0].path")
        .isEqualTo("limit");
    problem(get("/api/things/x"), 400, "wrong-type");
  }

  @Test
  void the_methods_that_would_do_are_listed() {
    var answer = exchange(HttpMethod.DELETE, "/api/things/7");
    answer.expectHeader().valueEquals(HttpHeaders.ALLOW, "GET");
    problem(answer, 405, "method-not-allowed");
  }

  @Test
  void a_body_of_another_media_type_is_refused() {
    problem(
        http.post()
            .uri("/api/things")
            .header(ServiceTokens.HEADER, token(Role.VIEWER))
            .contentType(MediaType.TEXT_PLAIN)
            .bodyValue("hello")
            .exchange(),
        415,
        "unsupported-media-type");
  }

  @Test
  void an_answer_nobody_can_give_is_refused() {
    problem(
        http.post()
            .uri("/api/things")
            .header(ServiceTokens.HEADER, token(Role.VIEWER))
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.IMAGE_PNG)
            .bodyValue("{\"name\":\"a\"}")
            .exchange(),
        406,
        "not-acceptable");
  }

  @Test
  void a_defect_of_ours_says_nothing_about_itself() {
    problem(get("/api/broken"), 500, "internal")
        .jsonPath("$.detail")
        .isEqualTo("Something went wrong on our side.")
        .jsonPath("$.trace")
        .doesNotExist();
  }

  @Test
  void a_problem_says_when_to_come_back_and_what_is_wrong() {
    var answer = get("/api/busy");
    answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
    problem(answer, 429, "busy").jsonPath("$.errors[0].path").isEqualTo("a.b");
  }

  private ResponseSpec get(String path) {
    return exchange(HttpMethod.GET, path);
  }

  private ResponseSpec exchange(HttpMethod method, String path) {
    return http.method(method)
        .uri(path)
        .header(ServiceTokens.HEADER, token(Role.VIEWER))
        .exchange();
  }

  private ResponseSpec send(String body) {
    return http.post()
        .uri("/api/things")
        .header(ServiceTokens.HEADER, token(Role.VIEWER))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private BodyContentSpec problem(String body, int status, String code) {
    return problem(send(body), status, code);
  }

  private static BodyContentSpec problem(ResponseSpec answer, int status, String code) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.type")
        .isEqualTo("about:blank");
  }
}
