package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.RunningGateway.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.RunningGateway;
import rapport.gateway.account.UserController.AddedUser;
import rapport.gateway.account.UserController.LinkView;
import rapport.runtime.identity.Role;

class PasswordLinkTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void somebody_invited_sets_a_password_and_signs_in() {
    AddedUser invited = invited();
    signIn(invited.email(), PASSWORD).expectStatus().isUnauthorized();
    use(token(invited.invitation()), PASSWORD).expectStatus().isNoContent();
    signIn(invited.email(), PASSWORD).expectStatus().isOk();
  }

  @Test
  void a_link_is_good_once() {
    String token = token(invited().invitation());
    use(token, PASSWORD).expectStatus().isNoContent();
    isNotGood(use(token, "another password"));
  }

  @Test
  void a_link_ends_the_one_before_it() {
    AddedUser invited = invited();
    LinkView next = link(invited.id());
    isNotGood(use(token(invited.invitation()), PASSWORD));
    use(token(next), PASSWORD).expectStatus().isNoContent();
  }

  @Test
  void a_reset_ends_the_sessions_and_the_old_password() {
    var user = gateway.newUser(Role.SALES);
    use(token(link(user.id())), "another password").expectStatus().isNoContent();
    gateway
        .bearing(user.token())
        .get()
        .uri("/api/v1/me")
        .exchange()
        .expectStatus()
        .isUnauthorized();
    signIn(user.email(), PASSWORD).expectStatus().isUnauthorized();
    signIn(user.email(), "another password").expectStatus().isOk();
  }

  @Test
  void a_new_password_ends_a_link_that_is_still_open() {
    var user = gateway.newUser(Role.SALES);
    LinkView link = link(user.id());
    change(user.token(), PASSWORD, "another password").expectStatus().isNoContent();
    isNotGood(use(token(link), "a third password"));
  }

  @Test
  void a_made_up_link_is_none() {
    isNotGood(use("rpl_made-up", PASSWORD));
  }

  @Test
  void a_short_password_does_not_use_the_link_up() {
    String token = token(invited().invitation());
    use(token, "short")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-fields");
    use(token, PASSWORD).expectStatus().isNoContent();
  }

  @Test
  void one_changes_ones_own_password_with_the_current_one() {
    var user = gateway.newUser(Role.VIEWER);
    String elsewhere = gateway.signIn(user.email(), PASSWORD);
    change(user.token(), "not the current", "another password")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("wrong-password");
    change(user.token(), PASSWORD, "another password").expectStatus().isNoContent();
    me(user.token()).expectStatus().isOk();
    me(elsewhere).expectStatus().isUnauthorized();
  }

  @Test
  void one_sees_where_one_is_signed_in_and_signs_out_there() {
    var user = gateway.newUser(Role.VIEWER);
    String second = gateway.signIn(user.email(), PASSWORD);
    String third = gateway.signIn(user.email(), PASSWORD);
    var list =
        Objects.requireNonNull(
            gateway
                .bearing(user.token())
                .get()
                .uri("/api/v1/sessions")
                .exchange()
                .expectBody(SessionController.SessionList.class)
                .returnResult()
                .getResponseBody());
    assertThat(list.items()).hasSize(3);
    assertThat(list.items().stream().filter(SessionController.SessionView::current)).hasSize(1);
    end(user.token(), "/" + new OpaqueToken(second).hash()).expectStatus().isNoContent();
    me(second).expectStatus().isUnauthorized();
    end(user.token(), "").expectStatus().isNoContent();
    me(third).expectStatus().isUnauthorized();
    me(user.token()).expectStatus().isOk();
  }

  @Test
  void nobody_ends_the_session_of_somebody_else() {
    var user = gateway.newUser(Role.VIEWER);
    var other = gateway.newUser(Role.VIEWER);
    end(other.token(), "/" + new OpaqueToken(user.token()).hash()).expectStatus().isNotFound();
    me(user.token()).expectStatus().isOk();
  }

  @Test
  void colleagues_know_each_other_by_name_alone() {
    var user = gateway.newUser(Role.VIEWER);
    gateway
        .bearing(user.token())
        .get()
        .uri("/api/v1/colleagues")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(body -> assertThat(body).contains(user.id()).doesNotContain("@"));
  }

  private AddedUser invited() {
    String email = UUID.randomUUID() + "@example.com";
    return Objects.requireNonNull(
        gateway
            .admin()
            .post()
            .uri("/api/v1/users")
            .bodyValue(Map.of("email", email, "name", "Ada", "roles", List.of("viewer")))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(AddedUser.class)
            .returnResult()
            .getResponseBody());
  }

  private LinkView link(String user) {
    return Objects.requireNonNull(
        gateway
            .admin()
            .post()
            .uri("/api/v1/users/" + user + "/password-link")
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(LinkView.class)
            .returnResult()
            .getResponseBody());
  }

  private static String token(@Nullable LinkView link) {
    return Objects.requireNonNull(Objects.requireNonNull(link).path()).replaceFirst(".*#", "");
  }

  private ResponseSpec use(String token, String password) {
    return gateway
        .anyone()
        .post()
        .uri("/api/v1/password-links/use")
        .bodyValue(Map.of("token", token, "password", password))
        .exchange();
  }

  private static void isNotGood(ResponseSpec answer) {
    answer.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("link-not-good");
  }

  private ResponseSpec change(String token, String current, String password) {
    return gateway
        .bearing(token)
        .post()
        .uri("/api/v1/me/password")
        .bodyValue(Map.of("current", current, "password", password))
        .exchange();
  }

  private ResponseSpec end(String token, String session) {
    return gateway.bearing(token).delete().uri("/api/v1/sessions" + session).exchange();
  }

  private ResponseSpec me(String token) {
    return gateway.bearing(token).get().uri("/api/v1/me").exchange();
  }

  private ResponseSpec signIn(String email, String password) {
    return gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .bodyValue(Map.of("email", email, "password", password))
        .exchange();
  }
}
