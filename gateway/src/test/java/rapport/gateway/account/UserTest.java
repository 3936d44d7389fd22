package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.RunningGateway.PASSWORD;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.RunningGateway;
import rapport.gateway.account.UserController.UserPage;
import rapport.gateway.account.UserController.UserView;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;

class UserTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void an_address_is_taken_only_once() {
    var user = gateway.newUser(Role.VIEWER);
    gateway
        .admin()
        .post()
        .uri("/api/v1/users")
        .bodyValue(
            Map.of(
                "email",
                user.email().toUpperCase(Locale.ROOT),
                "name",
                "Twin",
                "roles",
                List.of("viewer"),
                "password",
                PASSWORD))
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("email-taken");
  }

  @Test
  void a_new_user_needs_everything() {
    gateway
        .admin()
        .post()
        .uri("/api/v1/users")
        .bodyValue(Map.of("password", "short"))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].path")
        .isEqualTo(List.of("email", "name", "roles", "password"))
        .jsonPath("$.errors[3].code")
        .isEqualTo("too-short");
  }

  @Test
  void only_administrators_see_and_change_users() {
    var marketer = gateway.bearing(gateway.newUser(Role.MARKETER, Role.SALES).token());
    marketer.get().uri("/api/v1/users").exchange().expectStatus().isForbidden();
    marketer
        .patch()
        .uri("/api/v1/users/anybody")
        .bodyValue(Map.of("name", "New"))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void never_shows_a_password_hash() {
    gateway.newUser(Role.VIEWER);
    gateway
        .admin()
        .get()
        .uri("/api/v1/users")
        .exchange()
        .expectBody(String.class)
        .value(body -> assertThat(body).doesNotContain("argon2").doesNotContain("assword"));
  }

  @Test
  void lists_users_page_by_page() {
    gateway.newUser(Role.VIEWER);
    gateway.newUser(Role.VIEWER);
    UserPage all = page("/api/v1/users?limit=200");
    UserPage first = page("/api/v1/users?limit=2");
    assertThat(first.items()).hasSize(2);
    UserPage second = page("/api/v1/users?limit=200&cursor=" + first.next());
    assertThat(first.items()).isEqualTo(all.items().subList(0, 2));
    assertThat(second.items()).isEqualTo(all.items().subList(2, all.items().size()));
    assertThat(second.next()).isNull();
  }

  @Test
  void refuses_a_cursor_it_did_not_make() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/users?cursor=***")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("bad-cursor");
  }

  @Test
  void changes_only_what_is_said() {
    var user = gateway.newUser(Role.SALES);
    change(user.id(), Map.of("name", "Renamed"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("Renamed")
        .jsonPath("$.roles")
        .isEqualTo(List.of("sales"))
        .jsonPath("$.disabled")
        .isEqualTo(false);
  }

  @Test
  void a_new_address_is_what_the_user_signs_in_with() {
    var user = gateway.newUser(Role.SALES);
    change(user.id(), Map.of("email", " New-" + user.email().toUpperCase(Locale.ROOT)))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.email")
        .isEqualTo("new-" + user.email());
    me(user.token())
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.email")
        .isEqualTo("new-" + user.email());
    signIn(user.email(), PASSWORD).expectStatus().isUnauthorized();
    signIn("new-" + user.email(), PASSWORD).expectStatus().isOk();
  }

  @Test
  void a_new_address_is_one_and_is_nobody_elses() {
    var user = gateway.newUser(Role.SALES);
    change(user.id(), Map.of("email", gateway.newUser(Role.SALES).email()))
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("email-taken");
    change(user.id(), Map.of("email", "nowhere"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].code")
        .isEqualTo("invalid-email");
  }

  @Test
  void a_link_that_was_sent_to_the_old_address_sets_no_password() {
    var user = gateway.newUser(Role.SALES);
    var links = gateway.bean(PasswordLinks.class);
    var known = Objects.requireNonNull(gateway.bean(Users.class).byEmail(user.email()).block());
    String hash = Objects.requireNonNull(links.make(known).block()).token().hash();
    change(user.id(), Map.of("email", "new-" + user.email())).expectStatus().isOk();
    assertThat(links.find(hash).block()).isNull();
  }

  @Test
  void of_identities_only_those_of_users_that_are_there_can_be_asked_for() {
    String nobodys = "/api/v1/users/nobody/identities";
    gateway.admin().get().uri(nobodys).exchange().expectStatus().isNotFound();
    gateway.admin().delete().uri(nobodys).exchange().expectStatus().isNotFound();
  }

  @Test
  void knows_no_user_that_is_not_there() {
    change("nobody", Map.of("name", "New"))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-found");
  }

  @Test
  void a_disabled_user_is_out_at_once_and_stays_out() {
    var user = gateway.newUser(Role.SALES);
    me(user.token()).expectStatus().isOk();
    change(user.id(), Map.of("disabled", true)).expectStatus().isOk();
    me(user.token()).expectStatus().isUnauthorized();
    signIn(user.email(), PASSWORD)
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("wrong-credentials");
  }

  @Test
  void a_new_password_ends_the_sessions_of_the_old_one() {
    var user = gateway.newUser(Role.SALES);
    change(user.id(), Map.of("password", "another password")).expectStatus().isOk();
    me(user.token()).expectStatus().isUnauthorized();
    signIn(user.email(), PASSWORD).expectStatus().isUnauthorized();
    signIn(user.email(), "another password").expectStatus().isOk();
  }

  @Test
  void a_new_password_keeps_the_session_that_set_it() {
    var user = gateway.newUser(Role.ADMIN);
    gateway
        .bearing(user.token())
        .patch()
        .uri("/api/v1/users/" + user.id())
        .bodyValue(Map.of("password", "another password"))
        .exchange()
        .expectStatus()
        .isOk();
    me(user.token()).expectStatus().isOk();
    change(user.id(), Map.of("disabled", true)).expectStatus().isOk();
  }

  @Test
  void a_workspace_keeps_its_last_administrator() {
    UserView last = disableAdministratorsBut(RunningGateway.ADMIN);
    for (Map<String, Object> loss :
        List.<Map<String, Object>>of(
            Map.of("disabled", true), Map.of("roles", List.of("viewer")))) {
      change(last.id(), loss)
          .expectStatus()
          .isEqualTo(409)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("last-admin");
    }
    me(gateway.signIn(RunningGateway.ADMIN, PASSWORD)).expectStatus().isOk();
  }

  @Test
  void two_administrators_cannot_demote_each_other_at_once() {
    Users users = gateway.bean(Users.class);
    UserChanges changes = gateway.bean(UserChanges.class);
    var demotion = new UserChange(null, null, Set.of(Role.VIEWER), null, null);
    for (int round = 0; round < 20; round++) {
      String workspace = "duel-" + round;
      users
          .add(administrator(workspace, "one"))
          .then(users.add(administrator(workspace, "two")))
          .block();
      Flux.just("one", "two")
          .flatMap(
              name ->
                  changes
                      .apply(workspace, workspace + name, demotion, "")
                      .onErrorComplete(Problem.class),
              2)
          .then()
          .block();
      assertThat(users.hasAdministratorBesides(workspace, "nobody").block()).isTrue();
    }
  }

  private static User administrator(String workspace, String name) {
    return new User(
        workspace + name,
        workspace,
        name + "@" + workspace,
        name,
        Set.of(Role.ADMIN),
        Passwords.NOBODY,
        false,
        Instant.EPOCH);
  }

  private UserView disableAdministratorsBut(String email) {
    List<UserView> users = page("/api/v1/users?limit=200").items();
    users.stream()
        .filter(user -> user.roles().contains("admin") && !user.disabled())
        .filter(user -> !user.email().equals(email))
        .forEach(user -> change(user.id(), Map.of("disabled", true)).expectStatus().isOk());
    return users.stream().filter(user -> user.email().equals(email)).findFirst().orElseThrow();
  }

  private UserPage page(String uri) {
    return Objects.requireNonNull(
        gateway
            .admin()
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(UserPage.class)
            .returnResult()
            .getResponseBody());
  }

  private ResponseSpec change(String id, Map<String, Object> change) {
    return gateway.admin().patch().uri("/api/v1/users/" + id).bodyValue(change).exchange();
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
