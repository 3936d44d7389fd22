package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.RunningGateway;

/** On a gateway whose buckets hold little and refill slowly, behind a proxy it trusts. */
class RateLimitTest {
  @SuppressWarnings("NullAway.Init") // before all tests
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            Map.of(
                "rapport.gateway.limit.caller.per-second", 1,
                "rapport.gateway.limit.caller.burst", 4,
                "rapport.gateway.limit.address.per-second", 1,
                "rapport.gateway.limit.address.burst", 5,
                "rapport.gateway.account.attempts-per-account", 3,
                "rapport.gateway.account.attempts-per-address", 4,
                "rapport.gateway.security.trusted-proxies", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_caller_who_calls_too_often_is_told_to_wait() {
    String token = signIn("198.51.100.1");
    assertThat(statuses(4, () -> me(token))).containsOnly(200);
    me(token)
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .valueMatches("Retry-After", "[1-9]")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("rate-limited");
  }

  @Test
  void strangers_are_limited_by_address_and_do_not_hinder_one_another() {
    assertThat(statuses(20, () -> status("198.51.100.2"))).contains(200, 429);
    status("198.51.100.3").expectStatus().isOk();
  }

  @Test
  void tokens_that_are_not_good_count_for_the_address_too() {
    assertThat(statuses(20, () -> madeUp("198.51.100.4"))).contains(401, 429);
  }

  @Test
  void writing_another_address_into_the_header_does_not_help() {
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(i -> status("10.9.8." + i + ", 198.51.100.5"))
                .map(RateLimitTest::code))
        .contains(429);
  }

  @Test
  void pages_and_probes_are_not_counted() {
    assertThat(statuses(30, () -> from("198.51.100.6").get().uri("/rapport.css").exchange()))
        .containsOnly(200);
    assertThat(
            statuses(
                30, () -> from("198.51.100.6").get().uri("/actuator/health/liveness").exchange()))
        .containsOnly(200);
  }

  @Test
  void guessing_one_password_ends_after_a_few_attempts_from_wherever_they_come() {
    List<Integer> statuses =
        IntStream.range(0, 5)
            .mapToObj(i -> attempt("198.51.100.1" + i, "victim@example.com", "guess"))
            .map(RateLimitTest::code)
            .toList();
    assertThat(statuses).containsExactly(401, 401, 401, 429, 429);
    attempt("198.51.100.19", "victim@example.com", "guess")
        .expectHeader()
        .valueMatches("Retry-After", "[1-9]\\d*")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("too-many-attempts");
  }

  @Test
  void guessing_many_accounts_from_one_address_ends_too() {
    List<Integer> statuses =
        IntStream.range(0, 5)
            .mapToObj(i -> attempt("198.51.100.20", "user" + i + "@example.com", "guess"))
            .map(RateLimitTest::code)
            .toList();
    assertThat(statuses).containsExactly(401, 401, 401, 401, 429);
  }

  @Test
  void signing_in_rightly_is_no_attempt_at_guessing() {
    for (int i = 0; i < 5; i++) {
      attempt("198.51.100.3" + i, RunningGateway.ADMIN, RunningGateway.PASSWORD)
          .expectStatus()
          .isOk();
    }
  }

  @Test
  void over_https_the_cookie_belongs_to_this_host_alone() {
    from("198.51.100.40")
        .post()
        .uri("/api/v1/sign-in")
        .header("X-Forwarded-Proto", "https")
        .bodyValue(Map.of("email", RunningGateway.ADMIN, "password", RunningGateway.PASSWORD))
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .exists("Strict-Transport-Security")
        .expectCookie()
        .secure("__Host-rapport", true)
        .expectCookie()
        .path("__Host-rapport", "/")
        .expectCookie()
        .doesNotExist("rapport");
  }

  private static String signIn(String address) {
    var answer =
        attempt(address, RunningGateway.ADMIN, RunningGateway.PASSWORD)
            .expectStatus()
            .isOk()
            .returnResult(String.class);
    return Objects.requireNonNull(answer.getResponseCookies().getFirst("rapport")).getValue();
  }

  private static ResponseSpec me(String token) {
    return gateway.bearing(token).get().uri("/api/v1/me").exchange();
  }

  private static ResponseSpec status(String address) {
    return from(address).get().uri("/api/v1/status").exchange();
  }

  private static ResponseSpec madeUp(String address) {
    return from(address)
        .get()
        .uri("/api/v1/me")
        .header("Authorization", "Bearer made-up")
        .exchange();
  }

  private static ResponseSpec attempt(String address, String email, String password) {
    return from(address)
        .post()
        .uri("/api/v1/sign-in")
        .bodyValue(Map.of("email", email, "password", password))
        .exchange();
  }

  private static WebTestClient from(String address) {
    return gateway.anyone().mutate().defaultHeader("X-Forwarded-For", address).build();
  }

  private static List<Integer> statuses(int times, Supplier<ResponseSpec> request) {
    return Stream.generate(request).limit(times).map(RateLimitTest::code).toList();
  }

  private static int code(ResponseSpec answer) {
    return answer.returnResult(String.class).getStatus().value();
  }
}
