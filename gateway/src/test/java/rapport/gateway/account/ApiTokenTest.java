package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.gateway.RunningGateway;
import rapport.gateway.account.ApiTokenController.CreatedToken;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;

class ApiTokenTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void shows_a_token_once_and_lets_scripts_in_with_it() {
    var user = gateway.newUser(Role.MARKETER);
    CreatedToken token = create(gateway.bearing(user.token()), "marketer");
    assertThat(token.token()).startsWith("rpt_");
    me(token).expectBody().jsonPath("$.id").isEqualTo(user.id());
    gateway
        .bearing(user.token())
        .get()
        .uri("/api/v1/tokens")
        .exchange()
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(1)
        .jsonPath("$.items[0].name")
        .isEqualTo("import")
        .jsonPath("$.items[0].token")
        .doesNotExist();
  }

  @Test
  void a_token_has_only_the_roles_it_was_given() {
    CreatedToken token = create(gateway.admin(), "sales");
    me(token).expectBody().jsonPath("$.roles").isEqualTo(List.of("sales"));
    gateway
        .bearing(token.token())
        .get()
        .uri("/api/v1/users")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void nothing_is_changed_with_a_token_to_read_with() {
    CreatedToken token =
        Objects.requireNonNull(
            gateway
                .admin()
                .post()
                .uri("/api/v1/tokens")
                .bodyValue(Map.of("name", "report", "roles", List.of("admin"), "readOnly", true))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(CreatedToken.class)
                .returnResult()
                .getResponseBody());
    var script = gateway.bearing(token.token());
    script.get().uri("/api/v1/users").exchange().expectStatus().isOk();
    script
        .post()
        .uri("/api/v1/users")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("read-only-token");
  }

  @Test
  void says_when_a_token_was_last_used() {
    var user = gateway.newUser(Role.MARKETER);
    CreatedToken token = create(gateway.bearing(user.token()), "marketer");
    var list = gateway.bearing(user.token()).get().uri("/api/v1/tokens");
    list.exchange().expectBody().jsonPath("$.items[0].usedAt").isEmpty();
    me(token).expectStatus().isOk();
    list.exchange().expectBody().jsonPath("$.items[0].usedAt").isNotEmpty();
  }

  @Test
  void refuses_roles_above_the_owners() {
    var user = gateway.newUser(Role.SALES);
    gateway
        .bearing(user.token())
        .post()
        .uri("/api/v1/tokens")
        .bodyValue(Map.of("name", "too much", "roles", List.of("sales", "admin")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].code")
        .isEqualTo("role-not-held");
  }

  @Test
  void a_token_loses_what_its_owner_loses() {
    var user = gateway.newUser(Role.SALES, Role.MARKETER);
    CreatedToken token = create(gateway.bearing(user.token()), "sales");
    gateway
        .admin()
        .patch()
        .uri("/api/v1/users/" + user.id())
        .bodyValue(Map.of("roles", List.of("marketer")))
        .exchange()
        .expectStatus()
        .isOk();
    me(token).expectStatus().isForbidden();
  }

  @Test
  void a_deleted_token_is_refused_at_once() {
    var user = gateway.newUser(Role.VIEWER);
    var owner = gateway.bearing(user.token());
    CreatedToken token = create(owner, "viewer");
    me(token).expectStatus().isOk();
    owner.delete().uri("/api/v1/tokens/" + token.id()).exchange().expectStatus().isNoContent();
    me(token).expectStatus().isUnauthorized();
    owner.delete().uri("/api/v1/tokens/" + token.id()).exchange().expectStatus().isNotFound();
  }

  @Test
  void nobody_deletes_the_token_of_somebody_else() {
    CreatedToken token = create(gateway.admin(), "viewer");
    gateway
        .bearing(gateway.newUser(Role.ADMIN).token())
        .delete()
        .uri("/api/v1/tokens/" + token.id())
        .exchange()
        .expectStatus()
        .isNotFound();
    me(token).expectStatus().isOk();
  }

  @Test
  void refuses_a_token_that_is_out_of_date() {
    CreatedToken token = create(gateway.admin(), "viewer");
    gateway
        .bean(DocumentStore.class)
        .collection("api_tokens")
        .updateAcrossWorkspaces(
            Filters.eq("id", token.id()),
            Updates.set("expiresAt", Date.from(Instant.now().minusSeconds(1))))
        .block();
    me(token).expectStatus().isUnauthorized();
  }

  @Test
  void refuses_an_expiry_in_the_past_and_roles_nobody_knows() {
    gateway
        .admin()
        .post()
        .uri("/api/v1/tokens")
        .bodyValue(
            Map.of("name", " ", "roles", List.of("king"), "expiresAt", "2020-01-01T00:00:00Z"))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].code")
        .isEqualTo(List.of("required", "unknown-role", "in-the-past"));
  }

  @Test
  void an_api_token_cannot_sign_out() {
    gateway
        .bearing(create(gateway.admin(), "viewer").token())
        .post()
        .uri("/api/v1/sign-out")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-a-session");
  }

  private WebTestClient.ResponseSpec me(CreatedToken token) {
    return gateway.bearing(token.token()).get().uri("/api/v1/me").exchange();
  }

  private static CreatedToken create(WebTestClient owner, String role) {
    return Objects.requireNonNull(
        owner
            .post()
            .uri("/api/v1/tokens")
            .bodyValue(Map.of("name", "import", "roles", List.of(role)))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(CreatedToken.class)
            .returnResult()
            .getResponseBody());
  }
}
