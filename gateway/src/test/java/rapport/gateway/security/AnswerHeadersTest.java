package rapport.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import rapport.gateway.RunningGateway;

class AnswerHeadersTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/",
        "/rapport.css",
        "/nothing",
        "/api/v1/status",
        "/api/v1/me",
        "/api/v1/profiles/cached",
        "/api/v1/profiles/refusing",
        "/actuator/health/readiness"
      })
  void every_answer_has_them_whoever_wrote_it(String path) {
    gateway
        .admin()
        .get()
        .uri(path)
        .exchange()
        .expectHeader()
        .valueEquals("Content-Security-Policy", AnswerHeaders.POLICY + AnswerHeaders.TRUSTED_TYPES)
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("Referrer-Policy", "strict-origin-when-cross-origin")
        .expectHeader()
        .exists("X-Request-Id")
        .expectHeader()
        .doesNotExist("Server");
  }

  @Test
  void the_policy_trusts_no_script_but_our_own_and_no_frame() {
    assertThat(AnswerHeaders.POLICY)
        .contains("default-src 'self'", "script-src 'self'", "object-src 'none'")
        .contains("base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(AnswerHeaders.TRUSTED_TYPES)
        .contains("require-trusted-types-for 'script'", "trusted-types 'none'");
  }

  @Test
  void the_page_of_the_api_may_write_markup_but_trusts_no_other_script() {
    gateway
        .anyone()
        .get()
        .uri("/api/docs")
        .exchange()
        .expectHeader()
        .valueEquals("Content-Security-Policy", AnswerHeaders.POLICY);
  }

  @Test
  void a_page_keeps_to_the_policy() {
    gateway
        .anyone()
        .get()
        .uri("/docs.html")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectBody(String.class)
        .value(page ->
            assertThat(page)
                .contains("Rapport", "/api/v1/sign-in")
                .doesNotContain("<script", "style=", "<style", "onclick", "http://cdn"));
  }

  @Test
  void a_drawing_keeps_the_stricter_policy_of_its_service() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/buying-processes/drawing")
        .exchange()
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff");
  }

  @Test
  void a_page_that_is_not_there_is_a_problem_too() {
    gateway
        .anyone()
        .get()
        .uri("/nothing")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void any_host_name_will_do() {
    gateway
        .anyone()
        .get()
        .uri("/app/")
        .header("Host", "rapport.example:9999")
        .exchange()
        .expectStatus()
        .isOk();
  }
}
