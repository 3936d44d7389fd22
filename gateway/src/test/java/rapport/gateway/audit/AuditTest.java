package rapport.gateway.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.gateway.RunningGateway;
import rapport.gateway.audit.AuditController.AuditPage;
import rapport.gateway.audit.AuditController.EntryView;
import rapport.gateway.audit.AuditEntry.Kind;
import rapport.gateway.audit.AuditTrail.Head;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;

class AuditTest {
  private final RunningGateway gateway = RunningGateway.shared();
  private final AuditTrail trail = gateway.bean(AuditTrail.class);
  private final WorkspaceCollection stored = gateway.bean(DocumentStore.class).collection("audit");

  @Test
  void a_sign_in_and_a_wrong_password_are_written_down() {
    var user = gateway.newUser(Role.SALES);
    gateway
        .anyone()
        .post()
        .uri("/api/v1/sign-in")
        .bodyValue(Map.of("email", user.email(), "password", "something else"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
    assertThat(entries("actor=" + user.id()))
        .extracting(EntryView::kind, EntryView::status)
        .containsExactly(tuple("sign-in", 401), tuple("sign-in", 200));
  }

  @Test
  void a_change_of_roles_says_what_they_are_now() {
    var user = gateway.newUser(Role.SALES);
    gateway
        .admin()
        .patch()
        .uri("/api/v1/users/" + user.id())
        .bodyValue(Map.of("roles", List.of("success"), "password", "a new password"))
        .exchange()
        .expectStatus()
        .isOk();
    EntryView entry = entries("kind=change&path=/api/v1/users/" + user.id()).getFirst();
    assertThat(entry.changes()).containsExactly("roles: success", "password");
    assertThat(entry.actorName()).isEqualTo("Administrator");
    assertThat(entry.via()).isEqualTo("session");
  }

  @Test
  void who_looked_at_a_person_is_written_down_once_in_a_while() {
    var user = gateway.newUser(Role.SALES);
    for (int look = 0; look < 3; look++) {
      gateway
          .bearing(user.token())
          .get()
          .uri("/api/v1/people/somebody")
          .exchange()
          .expectStatus()
          .isOk();
    }
    gateway.bearing(user.token()).get().uri("/api/v1/people").exchange().expectStatus().isOk();
    assertThat(entries("kind=read&actor=" + user.id()))
        .extracting(EntryView::path)
        .containsExactly("/api/v1/people/somebody");
  }

  @Test
  void who_opened_an_account_or_followed_a_conversation_is_written_down() {
    var user = gateway.newUser(Role.SALES);
    for (String path : List.of("/api/v1/accounts/acme", "/api/v1/conversations/c1/feed")) {
      assertThat(
              gateway
                  .bearing(user.token())
                  .get()
                  .uri(path)
                  .exchange()
                  .expectStatus()
                  .isOk()
                  .returnResult(String.class)
                  .getResponseBody()
                  .blockFirst())
          .isNotNull();
    }
    assertThat(entries("kind=read&actor=" + user.id()))
        .extracting(EntryView::path)
        .containsExactly("/api/v1/conversations/c1/feed", "/api/v1/accounts/acme");
  }

  @Test
  void a_look_after_a_change_is_written_down_as_well() {
    var user = gateway.newUser(Role.SALES);
    var path = "/api/v1/contacts/changed-then-seen";
    var client = gateway.bearing(user.token());
    client.patch().uri(path).bodyValue(Map.of()).exchange().expectStatus().isOk();
    client.get().uri(path).exchange().expectStatus().isOk();
    assertThat(entries("path=" + path))
        .extracting(EntryView::kind)
        .containsExactly("read", "change");
  }

  @Test
  void what_somebody_may_not_do_is_written_down_as_an_attempt() {
    var user = gateway.newUser(Role.VIEWER);
    gateway
        .bearing(user.token())
        .patch()
        .uri("/api/v1/users/anybody")
        .bodyValue(Map.of("roles", List.of("admin")))
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(entries("kind=change&actor=" + user.id()).getFirst().status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/audit", "/api/v1/users"})
  void a_page_of_nothing_or_of_too_much_is_refused(String list) {
    for (String limit : List.of("0", "201")) {
      gateway
          .admin()
          .get()
          .uri(list + "?limit=" + limit)
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("bad-limit");
    }
  }

  @Test
  void goes_out_as_csv() {
    var user = gateway.newUser(Role.VIEWER);
    gateway
        .admin()
        .get()
        .uri("/api/v1/audit/export?actor=" + user.id())
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith("text/csv")
        .expectBody(String.class)
        .value(csv -> assertThat(csv).startsWith(AuditCsv.HEAD).contains(",/api/v1/sign-in,"));
  }

  @Test
  void pages_follow_one_another() {
    gateway.newUser(Role.VIEWER);
    AuditPage first = page("limit=1");
    AuditPage second = page("limit=1&cursor=" + first.next());
    assertThat(second.items().getFirst().seq()).isEqualTo(first.items().getFirst().seq() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "＝1+1", " =1+1", "|calc"})
  void a_name_that_is_a_formula_is_none_in_a_table(String name) {
    var entry =
        new AuditEntry(
            Instant.EPOCH, Kind.CHANGE, "u", name, "token", "PUT", "/", 200, "r", "a", List.of());
    assertThat(AuditCsv.line(new Sealed(1, entry, "s"))).contains(",'" + name + ",");
  }

  @Test
  void many_at_once_each_find_their_place() {
    Flux.range(0, 50).flatMap(number -> trail.add("many", entry(number)), 50).then().block();
    assertThat(verify("many")).isEqualTo(new AuditTrail.Verdict(head("many"), null));
    assertThat(head("many").seq()).isEqualTo(50);
  }

  @Test
  void what_was_altered_or_taken_out_of_the_store_is_found() {
    Flux.range(0, 5).concatMap(number -> trail.add("tampered", entry(number))).then().block();
    assertThat(stored.update("tampered", eq("seq", 3L), Updates.set("path", "/elsewhere")).block())
        .isTrue();
    assertThat(verify("tampered").fault()).isEqualTo(AuditChain.Fault.ALTERED);
    assertThat(verify("tampered").head().seq()).isEqualTo(2);
    assertThat(stored.delete("tampered", eq("seq", 3L)).block()).isTrue();
    assertThat(verify("tampered").fault()).isEqualTo(AuditChain.Fault.MISSING);
  }

  @Test
  void a_kept_seal_shows_that_the_end_was_cut_off() {
    Flux.range(0, 5).concatMap(number -> trail.add("cut", entry(number))).then().block();
    Head kept = head("cut");
    assertThat(stored.delete("cut", eq("seq", 5L)).block()).isTrue();
    assertThat(verify("cut").fault()).isNull();
    assertThat(Objects.requireNonNull(trail.verify("cut", kept).block()).fault())
        .isEqualTo(AuditChain.Fault.MISSING);
  }

  @Test
  void the_trail_of_the_workspace_is_intact() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/audit/verify")
        .exchange()
        .expectBody()
        .jsonPath("$.intact")
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'"})
  void a_seal_kept_from_a_table_is_the_one_that_was_written(String before) {
    EntryView last = entries("limit=1").getFirst();
    gateway
        .admin()
        .get()
        .uri("/api/v1/audit/verify?seq=" + last.seq() + "&seal=" + before + last.seal())
        .exchange()
        .expectBody()
        .jsonPath("$.intact")
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seq=1", "seal=kept"})
  void half_of_what_was_kept_is_refused(String half) {
    gateway
        .admin()
        .get()
        .uri("/api/v1/audit/verify?" + half)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("missing-parameter");
  }

  private AuditTrail.Verdict verify(String workspace) {
    return Objects.requireNonNull(trail.verify(workspace, null).block());
  }

  private Head head(String workspace) {
    return verify(workspace).head();
  }

  private List<EntryView> entries(String query) {
    return page(query).items();
  }

  private AuditPage page(String query) {
    return Objects.requireNonNull(
        gateway
            .admin()
            .get()
            .uri("/api/v1/audit?" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(AuditPage.class)
            .returnResult()
            .getResponseBody());
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
        Instant.EPOCH.plusSeconds(number),
        Kind.READ,
        "user",
        "Ada",
        "session",
        "GET",
        "/api/v1/people/" + number,
        200,
        "r" + number,
        "127.0.0.1",
        List.of());
  }
}
