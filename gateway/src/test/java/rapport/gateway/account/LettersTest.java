package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.RunningGateway.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.FakeService.Asked;
import rapport.gateway.RunningGateway;
import rapport.gateway.account.UserController.AddedUser;
import rapport.gateway.account.UserController.LinkView;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links to set a password, sent by e-mail. */
@ExtendWith(OutputCaptureExtension.class)
class LettersTest {
  private static final String PAGE = "https://rapport.example/app/set-password#";

  private final RunningGateway gateway = RunningGateway.connected();

  @Test
  void whoever_is_invited_gets_the_link_and_the_administrator_does_not() {
    String email = UUID.randomUUID() + "@example.com";
    var invitation = Objects.requireNonNull(invite(email).invitation());
    assertThat(invitation.sent()).isTrue();
    assertThat(invitation.path()).isNull();
    JsonNode mail = mailTo(email);
    assertThat(mail.path("template").asString()).isEqualTo("invitation");
    assertThat(mail.at("/values/by").asString()).isEqualTo("Administrator");
    assertThat(mail.at("/values/hours").asString()).isIn("71", "72");
    use(token(mail), PASSWORD).expectStatus().isNoContent();
    assertThat(gateway.signIn(email, PASSWORD)).isNotEmpty();
  }

  @Test
  void it_is_handed_over_in_the_name_of_the_gateway() {
    String email = UUID.randomUUID() + "@example.com";
    invite(email);
    var asked = askedFor(email).getFirst();
    var caller =
        gateway
            .verifier()
            .verify(
                Objects.requireNonNull(asked.headers().get("x-rapport-token")),
                Upstream.INTEGRATIONS.id());
    assertThat(caller.kind()).isEqualTo(Caller.Kind.SERVICE);
  }

  @Test
  void when_the_mail_server_does_not_take_it_the_administrator_is_shown_the_link() {
    var invitation =
        Objects.requireNonNull(invite(UUID.randomUUID() + "@gone.example").invitation());
    assertThat(invitation.sent()).isFalse();
    assertThat(invitation.path()).startsWith("/app/set-password#rpl_");
  }

  @Test
  void an_administrator_has_a_new_password_asked_for() {
    var user = gateway.newUser(Role.SALES);
    LinkView link =
        Objects.requireNonNull(
            gateway
                .admin()
                .post()
                .uri("/api/v1/users/" + user.id() + "/password-link")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(LinkView.class)
                .returnResult()
                .getResponseBody());
    assertThat(link.sent()).isTrue();
    assertThat(mailTo(user.email()).path("template").asString()).isEqualTo("password-reset");
  }

  @Test
  void whoever_forgot_a_password_gets_a_link_for_an_hour() {
    var user = gateway.newUser(Role.VIEWER);
    forgot(user.email()).expectStatus().isAccepted();
    JsonNode mail = mailTo(user.email());
    assertThat(mail.path("template").asString()).isEqualTo("password-reset");
    assertThat(mail.at("/values/hours").asString()).isEqualTo("1");
    use(token(mail), "another password").expectStatus().isNoContent();
    assertThat(gateway.signIn(user.email(), "another password")).isNotEmpty();
  }

  @Test
  void nobody_learns_who_has_an_account() {
    var user = gateway.newUser(Role.VIEWER);
    gateway
        .admin()
        .patch()
        .uri("/api/v1/users/" + user.id())
        .bodyValue(Map.of("disabled", true))
        .exchange()
        .expectStatus()
        .isOk();
    String nobody = UUID.randomUUID() + "@example.com";
    var known = gateway.newUser(Role.VIEWER);
    for (String email : List.of(user.email(), nobody, known.email())) {
      forgot(email).expectStatus().isAccepted().expectBody().isEmpty();
    }
    mailTo(known.email());
    assertThat(askedFor(user.email())).isEmpty();
    assertThat(askedFor(nobody)).isEmpty();
  }

  @Test
  void asking_again_and_again_ends_alike_for_everybody() {
    var known = gateway.newUser(Role.VIEWER);
    for (String email : List.of(known.email(), UUID.randomUUID() + "@example.com")) {
      for (int n = 0; n < 3; n++) {
        forgot(email).expectStatus().isAccepted();
      }
      forgot(email)
          .expectStatus()
          .isEqualTo(429)
          .expectHeader()
          .exists("Retry-After")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("too-many-attempts");
    }
  }

  @Test
  void without_a_mail_server_it_is_said_so() {
    RunningGateway.shared()
        .anyone()
        .post()
        .uri("/api/v1/password-resets")
        .bodyValue(Map.of("email", "ada@example.com"))
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("mail-not-set-up");
  }

  @Test
  void no_link_is_logged(CapturedOutput output) {
    String taken = UUID.randomUUID() + "@example.com";
    invite(taken);
    var shown = Objects.requireNonNull(invite(UUID.randomUUID() + "@gone.example").invitation());
    assertThat(output.getAll())
        .contains("was not sent: status 503")
        .doesNotContain(token(mailTo(taken)))
        .doesNotContain(Objects.requireNonNull(shown.path()).replaceFirst(".*#", ""))
        .doesNotContain("@gone.example");
  }

  private AddedUser invite(String email) {
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

  private ResponseSpec forgot(String email) {
    return gateway
        .anyone()
        .post()
        .uri("/api/v1/password-resets")
        .bodyValue(Map.of("email", email))
        .exchange();
  }

  private ResponseSpec use(String token, String password) {
    return gateway
        .anyone()
        .post()
        .uri("/api/v1/password-links/use")
        .bodyValue(Map.of("token", token, "password", password))
        .exchange();
  }

  private List<Asked> askedFor(String email) {
    return gateway.service(Upstream.INTEGRATIONS).asked().stream()
        .filter(asked -> asked.uri().equals("/internal/workspaces/main/mails"))
        .filter(asked -> asked.body().contains(email))
        .toList();
  }

  private JsonNode mailTo(String email) {
    Awaitility.await().until(() -> !askedFor(email).isEmpty());
    return JsonMapper.shared().readTree(askedFor(email).getLast().body());
  }

  private static String token(JsonNode mail) {
    String link = mail.at("/values/link").asString();
    assertThat(link).startsWith(PAGE);
    return link.substring(PAGE.length());
  }
}
