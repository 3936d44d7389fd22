package rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.gateway.route.PathKind;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Role;
import rapport.testkit.AccessTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything Rapport can be asked for, through the gateway. Who may do what at a service is that
 * service's {@code access.txt}, held against it by its own {@code AccessIT}.
 */
class AccessTest {
  private static final AccessTable OWN = table("gateway");
  private static final Map<String, Upstream> SERVICES = services();

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void every_operation_of_the_api_is_decided_about_and_described() {
    Set<String> decided = new TreeSet<>(SERVICES.keySet());
    OWN.operations().stream().filter(AccessTest::isPublic).forEach(decided::add);
    assertThat(described()).isEqualTo(decided);
  }

  @Test
  void nobody_reaches_a_service_without_proof() {
    var made = gateway.bearing("made-up");
    var cookie = gateway.anyone().mutate().defaultCookie("rapport", "made-up").build();
    for (String operation : signedIn()) {
      for (var client : List.of(gateway.anyone(), made, cookie)) {
        assertThat(status(client, operation)).as(operation).isEqualTo(401);
      }
    }
  }

  @Test
  void only_other_systems_that_prove_themselves_otherwise_need_no_sign_in() {
    Set<String> open = new TreeSet<>(SERVICES.keySet());
    open.removeAll(signedIn());
    assertThat(open).containsExactly("POST /hooks/{connection}");
  }

  @Test
  void a_visitor_reaches_three_things_of_a_conversation() {
    var visitor = gateway.bearing(visitorsToken());
    Set<String> reached = new TreeSet<>();
    for (String operation : signedIn()) {
      if (status(visitor, operation) != 403) {
        reached.add(operation);
      }
    }
    for (String operation : OWN.operations()) {
      if (!OWN.isForAnyone(operation)) {
        assertThat(status(visitor, operation)).as(operation).isEqualTo(403);
      }
    }
    // Of another conversation than their own they are told that it is not there.
    assertThat(reached)
        .containsExactly(
            "GET /api/v1/conversations/{id}",
            "GET /api/v1/conversations/{id}/feed",
            "POST /api/v1/conversations/{id}/messages");
  }

  @Test
  void every_operation_is_led_to_the_service_that_has_it() {
    SERVICES.forEach((operation, upstream) -> {
      if (!operation.endsWith("/feed")) {
        var asked = gateway.service(upstream).asked();
        int before = asked.size();
        status(gateway.admin(), operation);
        assertThat(asked).as(operation).hasSizeGreaterThan(before);
      }
    });
  }

  @Test
  void the_gateways_own_operations_let_in_whom_the_table_says_and_nobody_else() {
    Map<String, WebTestClient> callers = new TreeMap<>();
    for (Role role : Role.values()) {
      callers.put(role.wire(), gateway.bearing(apiToken(role)));
    }
    var operations = gateway.operations().stream().map(Objects::toString).toList();
    assertThat(new TreeSet<>(operations)).isEqualTo(new TreeSet<>(OWN.operations()));
    for (String operation : operations) {
      boolean open = OWN.isForAnyone(operation);
      assertThat(status(gateway.anyone(), operation) == 401).as(operation).isEqualTo(!open);
      if (!open) {
        callers.forEach((role, client) ->
            assertThat(Set.of(401, 403).contains(status(client, operation)))
                .as(operation + " as " + role)
                .isEqualTo(!OWN.allows(role, operation)));
      }
    }
  }

  private String apiToken(Role role) {
    var user = gateway.newUser(role);
    var answer =
        gateway
            .bearing(user.token())
            .post()
            .uri("/api/v1/tokens")
            .bodyValue(Map.of("name", "matrix", "roles", List.of(role.wire())))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return read(answer).path("token").asString();
  }

  private String visitorsToken() {
    var key =
        gateway
            .admin()
            .post()
            .uri("/api/v1/widget/keys")
            .bodyValue(Map.of("name", "Shop", "origins", List.of("https://shop.example")))
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    var session =
        gateway
            .anyone()
            .post()
            .uri("/api/v1/widget/sessions")
            .header("Origin", "https://shop.example")
            .bodyValue(Map.of("widgetKey", read(key).path("id").asString()))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return read(session).path("visitorToken").asString();
  }

  private static int status(WebTestClient client, String operation) {
    String[] words = operation.split(" ", -1);
    var request =
        client
            .method(HttpMethod.valueOf(words[0]))
            .uri(words[1].replace("{kind}", "profiles").replaceAll("\\{[^/]+}", "probe"));
    boolean hasBody = !Set.of("GET", "DELETE").contains(words[0]);
    var sent = hasBody ? request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}") : request;
    if (operation.endsWith("/feed")) {
      // A feed does not end: its head is enough.
      var feed = sent.exchange().returnResult(byte[].class);
      feed.getResponseBody().subscribe().dispose();
      return feed.getStatus().value();
    }
    return sent.exchange().returnResult(Void.class).getStatus().value();
  }

  private Set<String> described() {
    var document =
        gateway
            .anyone()
            .get()
            .uri("/api/openapi.json")
            .exchange()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    var found = new TreeSet<String>();
    for (var path : read(document).path("paths").properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return found;
  }

  private static Map<String, Upstream> services() {
    var services = new TreeMap<String, Upstream>();
    for (Upstream upstream : Upstream.values()) {
      for (String operation : table(upstream.id()).operations()) {
        if (isPublic(operation)) {
          services.put(asAsked(operation), upstream);
        }
      }
    }
    return services;
  }

  /** What services are asked by somebody who has signed in. */
  private static Set<String> signedIn() {
    Set<String> operations = new TreeSet<>();
    for (String operation : SERVICES.keySet()) {
      String path = operation.substring(operation.indexOf(' ') + 1);
      if (PathKind.of(PathContainer.parsePath(path)).needsSignIn()) {
        operations.add(operation);
      }
    }
    return operations;
  }

  private static boolean isPublic(String operation) {
    return !operation.contains(" /internal/");
  }

  /** As the route table: what is asked of a conversation but answered from its record. */
  private static String asAsked(String operation) {
    return operation.replace("/api/v1/records/", "/api/v1/conversations/");
  }

  private static AccessTable table(String module) {
    return AccessTable.read(Path.of("..", module, "access.txt"));
  }

  private static JsonNode read(byte @Nullable [] json) {
    return JsonMapper.shared().readTree(Objects.requireNonNull(json));
  }
}
