package rapport.runtime;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.StatusAssertions;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;

class AccessTest extends EdgeTest {

  private static final Caller VISITOR =
      new Caller("acme", "v-1", "", Set.of(), Caller.Kind.VISITOR);

  @Test
  void a_caller_reaches_the_controller() {
    http.get()
        .uri("/api/things/7")
        .header(ServiceTokens.HEADER, token(Role.VIEWER))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("Ada 7");
  }

  @Test
  void nobody_gets_in_without_a_token_even_where_anyone_may() {
    for (var path : new String[] {"/api/things/7", "/api/hello", "/nothing", "/actuator"}) {
      http.get()
          .uri(path)
          .exchange()
          .expectStatus()
          .isUnauthorized()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("unauthenticated");
    }
  }

  @Test
  void nobody_gets_in_with_a_token_for_another_service() {
    var token = tokens.mint(Caller.service("acme", "gateway"), "other-service");
    get("/api/things/7", token).isUnauthorized();
  }

  @Test
  void the_actuator_needs_no_token() {
    http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
  }

  @Test
  void one_of_the_roles_is_needed_unless_administrator() {
    get("/api/deals", token(Role.SUCCESS)).isOk();
    get("/api/deals", token(Role.ADMIN)).isOk();
    get("/api/deals", token(Role.VIEWER, Role.MARKETER)).isForbidden();
  }

  @Test
  void visitors_and_services_need_to_be_named() {
    get("/api/visits", token(VISITOR)).isOk();
    get("/api/visits", token(Role.ADMIN)).isForbidden();
    get("/api/things/7", token(VISITOR)).isForbidden();
    get("/api/things/7", token(Caller.service("acme", "gateway"))).isForbidden();
  }

  @Test
  void what_nobody_is_allowed_nobody_may() {
    http.get()
        .uri("/api/forgotten")
        .header(ServiceTokens.HEADER, token(Role.ADMIN))
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("forbidden");
    get(URI.create("http://127.0.0.1:" + port + "/%61pi/forgotten"), token(Role.ADMIN))
        .isForbidden();
    get("/elsewhere", token(Role.VIEWER)).isOk();
  }

  @Test
  void another_workspace_does_not_exist() {
    var service = token(Caller.service("acme", "profile-service"));
    get("/internal/workspaces/acme/things", service).isOk();
    get("/internal/workspaces/other/things", service).isNotFound();
  }

  private StatusAssertions get(URI uri, String token) {
    return http.get().uri(uri).header(ServiceTokens.HEADER, token).exchange().expectStatus();
  }

  private StatusAssertions get(String path, String token) {
    return http.get().uri(path).header(ServiceTokens.HEADER, token).exchange().expectStatus();
  }
}
