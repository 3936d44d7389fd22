package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.RunningGateway.ADMIN;
import static rapport.gateway.RunningGateway.PASSWORD;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.RunningGateway;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;

class SignInTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void signs_in_with_a_token_and_a_cookie_of_the_same_session() {
    var result =
        signIn(ADMIN, PASSWORD)
            .expectStatus()
            .isOk()
            .expectBody(SignInController.SignedIn.class)
            .returnResult();
    var body = Objects.requireNonNull(result.getResponseBody());
    ResponseCookie cookie = Objects.requireNonNull(result.getResponseCookies().getFirst("rapport"));
    assertThat(cookie.getValue()).isEqualTo(body.token());
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.isSecure()).isFalse();
    assertThat(body.expiresAt()).isBetween(hours(11), hours(13));
    assertThat(body.user().email()).isEqualTo(ADMIN);
    assertThat(body.user().roles()).containsExactly("admin");
    assertThat(body.user().workspace()).isEqualTo("main");
  }

  @Test
  void does_not_mind_how_an_address_is_written() {
    signIn("  Admin@Example.COM ", PASSWORD).expectStatus().isOk();
  }

  @Test
  void stores_no_token_but_its_hash() {
    String token = gateway.signIn(ADMIN, PASSWORD);
    var stored =
        Objects.requireNonNull(
            sessions()
                .acrossWorkspaces(Filters.empty(), Sorts.ascending("_id"), 1_000)
                .collectList()
                .block());
    assertThat(stored).noneMatch(document -> document.toJson().contains(token));
    assertThat(stored).anyMatch(document -> hash(token).equals(document.get("_id")));
  }

  @Test
  void refuses_a_wrong_password_and_an_unknown_user_alike() {
    var wrong = signIn(ADMIN, "wrong password").expectStatus().isUnauthorized();
    var unknown = signIn("nobody@example.com", "wrong password").expectStatus().isUnauthorized();
    byte[] one =
        wrong
            .expectBody()
            .jsonPath("$.code")
            .isEqualTo("wrong-credentials")
            .returnResult()
            .getResponseBody();
    byte[] other = unknown.expectBody().returnResult().getResponseBody();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void tells_everything_that_is_wrong_with_a_body() {
    gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .bodyValue(Map.of("email", "not an address"))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-fields")
        .jsonPath("$.errors[0].path")
        .isEqualTo("email")
        .jsonPath("$.errors[0].code")
        .isEqualTo("invalid-email")
        .jsonPath("$.errors[1].path")
        .isEqualTo("password")
        .jsonPath("$.errors[1].code")
        .isEqualTo("required");
  }

  @Test
  void refuses_what_is_not_json() {
    gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"email\":")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("malformed-json");
  }

  @Test
  void refuses_a_form_as_a_foreign_page_could_send_it() {
    gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .contentType(MediaType.TEXT_PLAIN)
        .bodyValue("{\"email\":\"" + ADMIN + "\",\"password\":\"" + PASSWORD + "\"}")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
  }

  @Test
  void says_who_one_is() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/me")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.email")
        .isEqualTo(ADMIN)
        .jsonPath("$.roles[0]")
        .isEqualTo("admin");
  }

  @Test
  void signing_out_ends_the_session_at_once() {
    String token = gateway.signIn(ADMIN, PASSWORD);
    me(token).expectStatus().isOk();
    gateway
        .bearing(token)
        .post()
        .uri("/api/v1/sign-out")
        .exchange()
        .expectStatus()
        .isNoContent()
        .expectCookie()
        .maxAge("rapport", Duration.ZERO);
    me(token).expectStatus().isUnauthorized();
  }

  @Test
  void refuses_a_session_that_is_over() {
    String token = gateway.signIn(ADMIN, PASSWORD);
    sessions()
        .updateAcrossWorkspaces(
            Filters.eq("_id", hash(token)),
            Updates.set("expiresAt", Date.from(Instant.now().minusSeconds(1))))
        .block();
    me(token)
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unauthenticated");
  }

  @Test
  void sweeps_sessions_that_are_over() {
    String token = gateway.signIn(ADMIN, PASSWORD);
    var over = Updates.set("expiresAt", Date.from(Instant.EPOCH));
    sessions().updateAcrossWorkspaces(Filters.eq("_id", hash(token)), over).block();
    assertThat(gateway.bean(Sessions.class).sweep().block()).isPositive();
    assertThat(sessions().count("main", Filters.eq("_id", hash(token))).block()).isZero();
  }

  @Test
  void refuses_a_token_nobody_gave_out() {
    me("rpt_madeup").expectStatus().isUnauthorized();
    me("madeup").expectStatus().isUnauthorized();
    me("").expectStatus().isUnauthorized();
  }

  private ResponseSpec signIn(String email, String password) {
    return gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .bodyValue(Map.of("email", email, "password", password))
        .exchange();
  }

  private ResponseSpec me(String token) {
    return gateway.bearing(token).get().uri("/api/v1/me").exchange();
  }

  private WorkspaceCollection sessions() {
    return gateway.bean(DocumentStore.class).collection("sessions");
  }

  private static String hash(String token) {
    return new OpaqueToken(token).hash();
  }

  private static Instant hours(int hours) {
    return Instant.now().plus(Duration.ofHours(hours));
  }
}
