package rapport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.route.Upstream.CONVERSATION;
import static rapport.gateway.route.Upstream.PROFILE;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import rapport.gateway.FakeService.Asked;
import rapport.gateway.RunningGateway;
import rapport.runtime.identity.Caller;

class RoutingTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/flows, conversation-service",
    "/api/v1/flows/customer-profile, conversation-service",
    "/api/v1/conversations, conversation-service",
    "/api/v1/conversations/c1/messages, conversation-service",
    "/genkit/flows/buying-process, conversation-service",
    "/api/v1/profiles/c1, profile-service",
    "/api/v1/buying-processes/c1, profile-service",
    "/api/v1/people, profile-service",
    "/api/v1/accounts/a1, profile-service",
    "/api/v1/contacts, profile-service",
    "/api/v1/interactions, profile-service",
    "/api/v1/deals, profile-service",
    "/api/v1/leads, lead-intelligence-service",
    "/api/v1/personas, lead-intelligence-service",
    "/api/v1/sites/s1, lead-intelligence-service",
    "/api/v1/health-scores, health-score-service",
    "/api/v1/alerts, health-score-service",
    "/api/v1/reports/churn, health-score-service",
    "/api/v1/integrations, integrations-service",
    "/api/v1/automations, integrations-service",
    "/api/v1/tasks, integrations-service",
  })
  void a_path_goes_to_the_service_that_owns_it(String path, String service) {
    Asked asked = ask(path);
    assertThat(asked.service()).isEqualTo(service);
    assertThat(asked.uri()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "history"})
  void views_of_a_conversation_come_from_its_record(String view) {
    Asked asked = ask("/api/v1/conversations/c-1/" + view + "?path=demographics.age&format=csv");
    assertThat(asked.service()).isEqualTo(PROFILE.id());
    assertThat(asked.uri())
        .isEqualTo("/api/v1/records/c-1/" + view + "?path=demographics.age&format=csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v2/flows",
        "/api",
        "/internal/workspaces/main/streams/s/events",
        "/actuator/env",
        "/actuator/heapdump",
        "/api/v1/flowsand"
      })
  void what_is_not_in_the_table_is_not_routed(String path) {
    int before = gateway.service(CONVERSATION).asked().size();
    gateway
        .admin()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-found");
    assertThat(gateway.service(CONVERSATION).asked()).hasSize(before);
  }

  @Test
  void method_query_and_body_arrive_as_they_were_sent() {
    Asked asked =
        Objects.requireNonNull(
            gateway
                .admin()
                .patch()
                .uri("/api/v1/conversations/c1/fields?dry=true&dry=false")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"edits\":[\"ü\"]}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody());
    assertThat(asked.method()).isEqualTo("PATCH");
    assertThat(asked.uri()).isEqualTo("/api/v1/conversations/c1/fields?dry=true&dry=false");
    assertThat(asked.body()).isEqualTo("{\"edits\":[\"ü\"]}");
  }

  @Test
  void what_another_system_tells_arrives_as_it_was_signed_and_from_nobody() {
    Asked asked =
        Objects.requireNonNull(
            gateway
                .anyone()
                .post()
                .uri("/hooks/cn-1?challenge=1")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Slack-Signature", "v0=ab")
                .bodyValue("{ \"text\":\"\u00fc\" }")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody());
    assertThat(asked.service()).isEqualTo("integrations-service");
    assertThat(asked.uri()).isEqualTo("/hooks/cn-1?challenge=1");
    assertThat(asked.body()).isEqualTo("{ \"text\":\"\u00fc\" }");
    assertThat(asked.headers()).containsEntry("x-slack-signature", "v0=ab");
    var token = Objects.requireNonNull(asked.headers().get("x-rapport-token"));
    var nobody = gateway.verifier().verify(token, "integrations-service");
    assertThat(nobody.kind()).isEqualTo(Caller.Kind.VISITOR);
    assertThat(nobody.roles()).isEmpty();
  }

  @Test
  void a_problem_of_a_service_passes_unchanged() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/profiles/refusing")
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody(String.class)
        .isEqualTo("{\"type\":\"about:blank\",\"status\":422,\"code\":\"of-the-service\"}");
  }

  @Test
  void caching_headers_pass_and_product_names_do_not() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/profiles/cached")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
        .expectHeader()
        .valueEquals(HttpHeaders.ETAG, "\"7\"")
        .expectHeader()
        .doesNotExist(HttpHeaders.SERVER)
        .expectHeader()
        .doesNotExist("X-Powered-By");
  }

  @Test
  void an_answer_that_says_nothing_about_caching_is_not_cached() {
    gateway
        .admin()
        .get()
        .uri("/api/v1/flows")
        .exchange()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Test
  void headers_that_end_at_the_next_hop_end_here() {
    Map<String, String> headers =
        Objects.requireNonNull(
                gateway
                    .admin()
                    .get()
                    .uri("/api/v1/flows")
                    .header("TE", "trailers")
                    .header("Keep-Alive", "timeout=1")
                    .header("Proxy-Authorization", "Basic eA==")
                    .header(
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .exchange()
                    .expectBody(Asked.class)
                    .returnResult()
                    .getResponseBody())
            .headers();
    assertThat(headers).doesNotContainKeys("te", "keep-alive", "proxy-authorization");
    assertThat(headers.get("traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void what_is_no_trace_goes_no_further() {
    var asked =
        gateway
            .admin()
            .get()
            .uri("/api/v1/flows")
            .header("traceparent", "00-not-a-trace-01")
            .exchange()
            .expectBody(Asked.class)
            .returnResult()
            .getResponseBody();
    assertThat(Objects.requireNonNull(asked).headers()).doesNotContainKey("traceparent");
  }

  @Test
  void a_request_keeps_its_id_or_gets_one() {
    var given =
        gateway.admin().get().uri("/api/v1/flows").header("X-Request-Id", "mine-7").exchange();
    given.expectHeader().valueEquals("X-Request-Id", "mine-7");
    Asked asked =
        Objects.requireNonNull(given.expectBody(Asked.class).returnResult().getResponseBody());
    assertThat(asked.headers()).containsEntry("x-request-id", "mine-7");
    gateway
        .admin()
        .get()
        .uri("/api/v1/flows")
        .header("X-Request-Id", "not an id")
        .exchange()
        .expectHeader()
        .value(
            "X-Request-Id", id -> assertThat(id.toLowerCase(Locale.ROOT)).matches("[0-9a-f-]{36}"));
  }

  private Asked ask(String path) {
    return Objects.requireNonNull(
        gateway
            .admin()
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(Asked.class)
            .returnResult()
            .getResponseBody());
  }
}
