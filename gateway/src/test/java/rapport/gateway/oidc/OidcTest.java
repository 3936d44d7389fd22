package rapport.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import rapport.gateway.RunningGateway;
import rapport.gateway.oidc.FakeProvider.Lie;
import rapport.runtime.identity.Role;

/** Against a provider on this machine; the browser is played by the test. */
class OidcTest {
  private static final String START = "/api/v1/sign-in/providers/local/start";
  private static final String HOME = "/app/";
  private static final String REFUSED = "/app/sign-in?problem=sign-in-refused";
  private static final String OUTDATED = "/app/sign-in?problem=sign-in-outdated";

  private final RunningGateway gateway = RunningGateway.connected();
  private final FakeProvider provider = RunningGateway.provider();
  private final String subject = UUID.randomUUID().toString();
  private final String email = subject + "@corp.example";

  @BeforeEach
  void tellTheTruth() {
    provider.will(Lie.NONE).knows(claims(true, List.of("staff", "sales-team")));
  }

  @Test
  void the_sign_in_page_learns_which_ways_there_are() {
    gateway
        .anyone()
        .get()
        .uri("/api/v1/sign-in/providers")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.passwordReset")
        .isEqualTo(true)
        .jsonPath("$.providers[0].id")
        .isEqualTo("local")
        .jsonPath("$.providers[0].name")
        .isEqualTo("Local")
        .jsonPath("$.providers[0].start")
        .isEqualTo(START);
  }

  @Test
  void somebody_the_provider_vouches_for_is_signed_in_with_the_roles_it_tells() {
    var back = signIn();
    assertThat(back.place()).isEqualTo(HOME);
    me(back.session())
        .jsonPath("$.email")
        .isEqualTo(email)
        .jsonPath("$.name")
        .isEqualTo("Ada")
        .jsonPath("$.roles")
        .isEqualTo(List.of("sales", "viewer"));
  }

  @Test
  void the_same_somebody_is_the_same_user_and_loses_what_the_provider_takes_away() {
    signIn();
    provider.knows(claims(true, List.of("staff")));
    var back = signIn();
    assertThat(back.place()).isEqualTo(HOME);
    me(back.session()).jsonPath("$.roles").isEqualTo(List.of("viewer"));
    provider.knows(claims(true, List.of()));
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=no-role");
  }

  @Test
  void a_change_of_address_at_the_provider_does_not_make_somebody_else() {
    var first = signIn();
    String id = idOf(first.session());
    var changed = new HashMap<>(claims(true, List.of("staff")));
    changed.put("email", "other-" + email);
    provider.knows(changed);
    assertThat(idOf(signIn().session())).isEqualTo(id);
  }

  @Test
  void an_address_that_has_a_new_owner_at_the_provider_does_not_open_the_account_of_the_old_one() {
    String old = idOf(signIn().session());
    var newcomer = new HashMap<>(claims(true, List.of("staff")));
    newcomer.put("sub", "newcomer-" + subject);
    provider.knows(newcomer);
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=address-taken");

    change(old, Map.of("email", "moved-" + email));
    String id = idOf(signIn().session());
    assertThat(id).isNotEqualTo(old);
    assertThat(idOf(signIn().session())).isEqualTo(id);
    provider.knows(claims(true, List.of("staff")));
    var back = signIn();
    assertThat(idOf(back.session())).isEqualTo(old);
    me(back.session()).jsonPath("$.email").isEqualTo("moved-" + email);
  }

  @Test
  void somebody_the_provider_calls_by_another_name_now_is_let_in_after_the_old_one_is_detached() {
    var before = signIn();
    String id = idOf(before.session());
    var renamed = new HashMap<>(claims(true, List.of("staff")));
    renamed.put("sub", "renamed-" + subject);
    provider.knows(renamed);
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=address-taken");

    String identities = "/api/v1/users/" + id + "/identities";
    gateway
        .admin()
        .get()
        .uri(identities)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(1)
        .jsonPath("$.items[0].subject")
        .isEqualTo(subject)
        .jsonPath("$.items[0].issuer")
        .isEqualTo(provider.issuer());
    gateway.admin().delete().uri(identities).exchange().expectStatus().isNoContent();
    gateway
        .bearing(Objects.requireNonNull(before.session()))
        .get()
        .uri("/api/v1/me")
        .exchange()
        .expectStatus()
        .isUnauthorized();
    assertThat(idOf(signIn().session())).isEqualTo(id);
  }

  @Test
  void a_user_from_before_is_known_by_a_verified_address_only() {
    var user = gateway.newUser(Role.MARKETER);
    var claims = new HashMap<>(claims(false, List.of("staff")));
    claims.put("email", user.email());
    provider.knows(claims);
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=email-not-verified");
    claims.put("email_verified", true);
    provider.knows(claims);
    assertThat(idOf(signIn().session())).isEqualTo(user.id());
  }

  @Test
  void whoever_is_disabled_here_stays_out() {
    String id = idOf(signIn().session());
    change(id, Map.of("disabled", true));
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=account-disabled");
  }

  @Test
  void somebody_without_a_role_for_what_they_are_does_not_become_a_user() {
    provider.knows(claims(true, List.of("visitors")));
    assertThat(signIn().place()).isEqualTo("/app/sign-in?problem=no-role");
  }

  @ParameterizedTest
  @EnumSource(value = Lie.class, mode = Mode.EXCLUDE, names = "NONE")
  void what_is_not_to_be_believed_signs_nobody_in(Lie lie) {
    provider.will(lie);
    var back = signIn();
    assertThat(back.place()).isEqualTo(REFUSED);
    assertThat(back.session()).isNull();
  }

  @Test
  void a_provider_may_change_its_keys() {
    signIn();
    provider.changesKeys();
    assertThat(signIn().place()).isEqualTo(HOME);
  }

  @Test
  void the_way_back_is_where_we_are_and_never_where_a_request_says() {
    var start =
        gateway
            .anyone()
            .get()
            .uri(START + "?redirect_uri=https://evil.example&host=evil.example")
            .header(HttpHeaders.HOST, "evil.example")
            .header("X-Forwarded-Host", "evil.example")
            .exchange()
            .expectBody()
            .returnResult();
    var asked = FakeProvider.fields(location(start).getRawQuery());
    assertThat(asked)
        .containsEntry(
            "redirect_uri", "https://rapport.example/api/v1/sign-in/providers/local/callback")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("realm", "1");
    assertThat(location(start).toString()).doesNotContain("evil");
  }

  @Test
  void whoever_did_not_set_out_here_is_not_signed_in() {
    var start = start();
    URI back = provider.signIn(location(start));
    assertThat(follow(back, null).place()).isEqualTo(OUTDATED);
    assertThat(follow(back, "made-up").place()).isEqualTo(OUTDATED);
  }

  @Test
  void the_answer_to_somebody_elses_sign_in_is_not_taken() {
    URI theirs = provider.signIn(location(start()));
    assertThat(follow(theirs, journey(start())).place()).isEqualTo(REFUSED);
  }

  @Test
  void an_answer_is_good_once() {
    var start = start();
    URI back = provider.signIn(location(start));
    assertThat(follow(back, journey(start)).place()).isEqualTo(HOME);
    assertThat(follow(back, journey(start)).place()).isEqualTo(REFUSED);
  }

  @Test
  void another_issuer_or_an_error_in_the_answer_ends_it() {
    var start = start();
    URI back = provider.signIn(location(start));
    var mixedUp = URI.create(back + "&iss=https://evil.example");
    assertThat(follow(mixedUp, journey(start)).place()).isEqualTo(REFUSED);
    var denied = URI.create(back + "&error=access_denied");
    assertThat(follow(denied, journey(start)).place())
        .isEqualTo("/app/sign-in?problem=sign-in-cancelled");
  }

  @Test
  void a_provider_nobody_set_up_is_not_there() {
    for (String way : List.of("start", "callback")) {
      gateway
          .anyone()
          .get()
          .uri("/api/v1/sign-in/providers/nobody/" + way)
          .exchange()
          .expectStatus()
          .isNotFound();
    }
  }

  @Test
  void a_sign_in_is_written_down() {
    String id = idOf(signIn().session());
    gateway
        .admin()
        .get()
        .uri("/api/v1/audit?kind=sign-in&actor=" + id)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[0].path")
        .isEqualTo("/api/v1/sign-in/providers/local/callback");
  }

  private Map<String, Object> claims(boolean verified, List<String> groups) {
    return Map.of(
        "sub",
        subject,
        "email",
        email,
        "email_verified",
        verified,
        "name",
        "Ada",
        "groups",
        groups);
  }

  /** Where the browser ends up, and the session's token if there is one. */
  private record Back(String place, @Nullable String session) {}

  private Back signIn() {
    var start = start();
    return follow(provider.signIn(location(start)), journey(start));
  }

  private EntityExchangeResult<byte[]> start() {
    return gateway
        .anyone()
        .get()
        .uri(START)
        .exchange()
        .expectStatus()
        .isSeeOther()
        .expectBody()
        .returnResult();
  }

  private Back follow(URI back, @Nullable String journey) {
    var asking =
        gateway.anyone().get().uri(URI.create(local(back.getRawPath() + "?" + back.getRawQuery())));
    var answer =
        (journey == null ? asking : asking.cookie("rapport-sign-in", journey))
            .exchange()
            .expectStatus()
            .isSeeOther()
            .expectBody()
            .returnResult();
    var cookie = answer.getResponseCookies().getFirst("rapport");
    return new Back(location(answer).toString(), cookie == null ? null : cookie.getValue());
  }

  private String local(String pathAndQuery) {
    return "http://127.0.0.1:" + gateway.port() + pathAndQuery;
  }

  private static URI location(EntityExchangeResult<byte[]> answer) {
    return Objects.requireNonNull(answer.getResponseHeaders().getLocation());
  }

  private static String journey(EntityExchangeResult<byte[]> start) {
    var cookie = Objects.requireNonNull(start.getResponseCookies().getFirst("rapport-sign-in"));
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    return cookie.getValue();
  }

  private String idOf(@Nullable String session) {
    var found = new String[1];
    me(session).jsonPath("$.id").value(String.class, id -> found[0] = id);
    return Objects.requireNonNull(found[0]);
  }

  private void change(String id, Map<String, Object> change) {
    gateway
        .admin()
        .patch()
        .uri("/api/v1/users/" + id)
        .bodyValue(change)
        .exchange()
        .expectStatus()
        .isOk();
  }

  private BodyContentSpec me(@Nullable String session) {
    return gateway
        .bearing(Objects.requireNonNull(session))
        .get()
        .uri("/api/v1/me")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }
}
