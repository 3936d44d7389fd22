package rapport.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.FakeService.Asked;
import rapport.gateway.RunningGateway;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.InvalidTokenException;
import rapport.runtime.identity.Role;

class IdentityTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/flows",
        "/api/v1/me",
        "/api/v1/users",
        "/api/v1/nothing",
        "/internal/x",
        "/actuator",
        "/actuator/health",
        "/actuator/prometheus"
      })
  void nobody_passes_without_sign_in(String path) {
    gateway
        .anyone()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unauthenticated");
  }

  @Test
  void tells_the_service_who_calls_in_a_token_for_it_alone() {
    var user = gateway.newUser(Role.SALES, Role.MARKETER);
    String token = tokenOf(asked(gateway.bearing(user.token()).get().uri("/api/v1/profiles")));
    Caller caller = gateway.verifier().verify(token, "profile-service");
    assertThat(caller)
        .isEqualTo(
            new Caller(
                "main",
                user.id(),
                "Somebody",
                Set.of(Role.SALES, Role.MARKETER),
                Caller.Kind.USER));
    assertThatThrownBy(() -> gateway.verifier().verify(token, "conversation-service"))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void each_service_gets_a_token_of_its_own() {
    String conversation = tokenOf(asked(gateway.admin().get().uri("/api/v1/flows")));
    String profile = tokenOf(asked(gateway.admin().get().uri("/api/v1/profiles")));
    assertThat(gateway.verifier().verify(conversation, "conversation-service").subject())
        .isEqualTo(gateway.verifier().verify(profile, "profile-service").subject());
  }

  @Test
  void a_busy_caller_does_not_cost_a_signature_each_time() {
    var user = gateway.bearing(gateway.newUser(Role.SALES).token());
    String first = tokenOf(asked(user.get().uri("/api/v1/profiles")));
    assertThat(tokenOf(asked(user.get().uri("/api/v1/deals")))).isEqualTo(first);
  }

  @Test
  void nobody_can_say_who_they_are_by_header() {
    Map<String, String> headers =
        asked(
                gateway
                    .admin()
                    .get()
                    .uri("/api/v1/profiles")
                    .header("X-Rapport-Token", "forged")
                    .header("x-rapport-workspace", "other")
                    .header("X-Rapport-Roles", "admin")
                    .header("X-Forwarded-For", "1.2.3.4")
                    .header("X-Forwarded-Proto", "https")
                    .header("Forwarded", "for=1.2.3.4")
                    .header("X-Real-IP", "1.2.3.4"))
            .headers();
    assertThat(headers.keySet())
        .contains("x-rapport-token")
        .doesNotContain("x-rapport-workspace", "x-rapport-roles", "forwarded", "x-real-ip")
        .noneMatch(name -> name.startsWith("x-forwarded"));
    assertThat(gateway.verifier().verify(tokenOf(headers), "profile-service").workspace())
        .isEqualTo("main");
  }

  @Test
  void nobody_can_have_the_token_dropped_on_the_way() {
    Map<String, String> headers =
        asked(
                gateway
                    .admin()
                    .get()
                    .uri("/api/v1/profiles")
                    .header("Connection", "keep-alive, X-Rapport-Token"))
            .headers();
    assertThat(headers).containsKey("x-rapport-token");
  }

  @Test
  void sessions_stay_at_the_gateway() {
    Map<String, String> headers =
        asked(gateway.admin().get().uri("/api/v1/profiles").cookie("rapport", "x")).headers();
    assertThat(headers).doesNotContainKeys("authorization", "cookie");
  }

  @Test
  void a_cookie_is_enough_to_read() {
    byCookie(gateway.anyone().get().uri("/api/v1/flows")).expectStatus().isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void a_change_by_cookie_needs_a_header_no_foreign_page_can_send(String method) {
    byCookie(request(method))
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("csrf-header-missing");
    byCookie(request(method).header("X-Rapport-CSRF", "1")).expectStatus().isOk();
  }

  @Test
  void a_change_by_bearer_token_needs_no_such_header() {
    gateway.admin().post().uri("/api/v1/conversations").exchange().expectStatus().isOk();
  }

  @Test
  void a_bearer_token_that_is_not_good_is_not_made_up_for_by_a_cookie() {
    gateway
        .bearing("made-up")
        .get()
        .uri("/api/v1/flows")
        .cookie("rapport", gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD))
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void paths_that_can_be_read_in_two_ways_are_refused() {
    gateway
        .admin()
        .get()
        .uri(URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/flows/%2e%2e/actuator"))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("bad-path");
  }

  @Test
  void operations_are_for_administrators() {
    gateway.admin().get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
    gateway
        .bearing(gateway.newUser(Role.SALES).token())
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private RequestHeadersSpec<?> request(String method) {
    return gateway.anyone().method(HttpMethod.valueOf(method)).uri("/api/v1/conversations");
  }

  private ResponseSpec byCookie(RequestHeadersSpec<?> request) {
    String token = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);
    return request.cookie("rapport", token).exchange();
  }

  private static Asked asked(RequestHeadersSpec<?> request) {
    return Objects.requireNonNull(
        request
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(Asked.class)
            .returnResult()
            .getResponseBody());
  }

  private static String tokenOf(Asked asked) {
    return tokenOf(asked.headers());
  }

  private static String tokenOf(Map<String, String> headers) {
    return Objects.requireNonNull(headers.get("x-rapport-token"));
  }
}
