package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.profile.ProfileStory.STARTED;
import static rapport.profile.profile.ProfileStory.edited;
import static rapport.profile.profile.ProfileStory.said;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.profile.TestCallers;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileStory;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.store.ProfileViews;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.Versioned;
import rapport.testkit.EmbeddedStore;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=profile_api_test",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "logging.level.org.apache.kafka=off"
    })
@Import(TestCallers.class)
class ProfileApiTest {

  @DynamicPropertySource
  static void store(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
  }

  @Autowired ProfileViews views;
  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  private final String workspace = "w-" + UUID.randomUUID();
  private WebTestClient client = WebTestClient.bindToServer().build();

  @BeforeEach
  void signIn() {
    client = as(TestCallers.viewer(tokens, workspace));
  }

  @Test
  void answers_the_source_structure_with_its_envelope_beside_it() {
    given(
        "c1",
        STARTED,
        said("prototype_name", "Kelly"),
        said("b2b_b2c", "B2B"),
        said("demographics.age", "35-44"),
        said("summary_kind", "summary"));
    client
        .get()
        .uri("/api/v1/profiles/c1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("X-Rapport-Revision", "5")
        .expectBody()
        .json(
            """
            {
              "id": "c1",
              "rev": 5,
              "progress": {"done": 3, "total": 46},
              "customer_profile": {
                "prototype_name": "Kelly",
                "b2b_b2c": "B2B",
                "demographics": {"age": "35-44", "age_min": 35, "age_max": 44},
                "psychographics": {},
                "behavioral": {},
                "environment": {},
                "status": "in_progress",
                "last_updated_at": "2026-03-01T09:00:05Z",
                "created_by": "user-1"
              },
              "additional": {"summary_kind": "summary"}
            }
            """)
        .jsonPath("$.customer_profile.id")
        .doesNotExist()
        .jsonPath("$.progress.missing")
        .value(missing -> assertThat((List<?>) missing).hasSize(14));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/c1", "/c1/provenance", "/c1/history", "/c1/export?format=pdf", "/unknown"})
  void another_workspace_s_profile_does_not_exist(String path) {
    given("c1", STARTED);
    as(TestCallers.viewer(tokens, "w-other"))
        .get()
        .uri("/api/v1/profiles" + path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("profile-not-found");
  }

  @Test
  void another_workspace_s_profiles_are_in_no_list_and_no_export() {
    given("c1", STARTED, said("prototype_name", "Kelly"));
    var other = as(TestCallers.user(tokens, "w-other", Role.ADMIN));
    other.get().uri("/api/v1/profiles").exchange().expectBody().json("{\"items\": []}");
    var csv = text(other, "/api/v1/profiles/export?format=csv");
    assertThat(csv).startsWith("id,status").doesNotContain("Kelly");
  }

  @Test
  void a_conversation_of_another_flow_is_no_profile() {
    given("c1", new SessionStarted("buying-process", 1, "en", null));
    client.get().uri("/api/v1/profiles/c1").exchange().expectStatus().isNotFound();
    client.get().uri("/api/v1/profiles").exchange().expectBody().json("{\"items\": []}");
  }

  @Test
  void lists_the_newest_first_page_by_page() {
    for (int i = 1; i <= 7; i++) {
      var words = new ArrayList<ConversationEvent>(List.of(STARTED));
      for (int j = 0; j < i; j++) {
        words.add(said("prototype_name", "Kelly " + j));
      }
      given("c" + i, words.toArray(ConversationEvent[]::new));
    }
    given("c8", STARTED, said("prototype_name", "as new as c1"));
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = page("limit=3" + cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
      page.items().forEach(row -> seen.add(row.id()));
      cursor = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly("c7", "c6", "c5", "c4", "c3", "c2", "c8", "c1");
  }

  @Test
  void a_row_says_what_a_list_needs() {
    given(
        "c1",
        STARTED,
        said("type", "End User"),
        said("prototype_name", "Kelly"),
        said("company_name", "Acme"),
        said("job_title", "Manager"),
        said("b2b_b2c", "B2C"),
        new SessionCompleted());
    client
        .get()
        .uri("/api/v1/profiles")
        .exchange()
        .expectBody()
        .json(
            """
            {"items": [{
              "id": "c1", "name": "Kelly", "type": "End User", "b2bB2c": "B2C", "company": "Acme",
              "jobTitle": "Manager", "status": "completed", "progress": {"done": 5, "total": 46},
              "lastUpdatedAt": "2026-03-01T09:00:07Z"
            }]}
            """)
        .jsonPath("$.next")
        .doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "kelly,1",
    "KELLY lawson,1",
    "zoe,1",
    "zoë,1",
    "lukasiewicz,0",
    "cold calls,1",
    "acme,2",
    "acme nobody,0",
    ".*,0",
    "'',2"
  })
  void searches_every_value_without_regard_to_case_and_accents(String query, int found) {
    given(
        "c1",
        STARTED,
        said("prototype_name", "Kelly Lawson"),
        said("company_name", "Acme"),
        said("psychographics.likes_dislikes", List.of("dislikes cold calls")));
    given("c2", STARTED, said("prototype_name", "Zoë"), said("company_name", "Acme"));
    assertThat(page("q=" + query).items()).hasSize(found);
  }

  @Test
  void lists_by_status() {
    given("c1", STARTED);
    given("c2", STARTED, new SessionCompleted());
    assertThat(page("status=completed").items()).extracting(ProfileRow::id).containsExactly("c2");
    assertThat(page("status=in_progress").items()).extracting(ProfileRow::id).containsExactly("c1");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,bad-limit",
    "limit=201,bad-limit",
    "limit=x,wrong-type",
    "cursor=nonsense,bad-cursor",
    "cursor=!!,bad-cursor",
    "status=done,unknown-status"
  })
  void refuses_what_it_cannot_read(String query, String code) {
    client
        .get()
        .uri("/api/v1/profiles?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void refuses_a_query_of_more_than_200_characters() {
    client
        .get()
        .uri("/api/v1/profiles?q=" + "x".repeat(201))
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void tells_the_history_the_latest_first_and_by_field() {
    given(
        "c1",
        STARTED,
        said("prototype_name", "Kelly"),
        said("job_title", "Manager"),
        edited("prototype_name", "Kelly", "Kim"));
    client
        .get()
        .uri("/api/v1/profiles/c1/history?path=prototype_name")
        .exchange()
        .expectBody()
        .json(
            """
            {"items": [
              {"path": "prototype_name", "from": "Kelly", "to": "Kim", "cause": "panel",
               "actor": "user-2", "rev": 4, "at": "2026-03-01T09:00:04Z", "eventId": "c1-4"},
              {"path": "prototype_name", "to": "Kelly", "cause": "chat", "actor": "user-1",
               "quote": "that is what I said", "confidence": 0.9, "rev": 2}
            ]}
            """);
    client
        .get()
        .uri("/api/v1/profiles/c1/history?limit=2")
        .exchange()
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(2)
        .jsonPath("$.next")
        .exists();
  }

  @Test
  void tells_where_each_value_comes_from() {
    given("c1", STARTED, said("demographics.age", "35-44"));
    client
        .get()
        .uri("/api/v1/profiles/c1/provenance")
        .exchange()
        .expectBody()
        .jsonPath("$.fields['demographics.age']")
        .isEqualTo(
            java.util.Map.of(
                "value",
                "35-44",
                "source",
                java.util.Map.of(
                    "system", "conversation",
                    "recordId", "c1",
                    "eventId", "c1-2",
                    "actor", "user-1",
                    "quote", "that is what I said"),
                "by",
                "chat",
                "at",
                "2026-03-01T09:00:02Z",
                "confidence",
                0.9,
                "locked",
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "json,application/json",
    "csv,text/csv;charset=UTF-8",
    "md,text/markdown;charset=UTF-8",
    "pdf,application/pdf"
  })
  void hands_a_profile_out_as_a_file(String format, String mediaType) {
    given("c1", STARTED, said("prototype_name", "Kelly \"K\" Lawson"));
    client
        .get()
        .uri("/api/v1/profiles/c1/export?format=" + format)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType(mediaType)
        .expectHeader()
        .valueEquals(
            "Content-Disposition", "attachment; filename=\"kelly-k-lawson." + format + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c1/export?format=xls", "/c1/export?format=PDF", "/export?format=pdf"})
  void refuses_formats_it_does_not_write(String path) {
    given("c1", STARTED);
    client
        .get()
        .uri("/api/v1/profiles" + path)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unknown-format");
  }

  @Test
  void hands_all_profiles_out_as_one_file() {
    given("c1", STARTED, said("prototype_name", "Kelly"));
    given("c2", STARTED, said("prototype_name", "Kim"), said("job_title", "Manager"));
    assertThat(text(client, "/api/v1/profiles/export?format=csv").lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("id,status,last_updated_at"),
            first -> assertThat(first).startsWith("c2,in_progress,").contains(",Kim,Manager,"),
            second -> assertThat(second).startsWith("c1,in_progress,").contains(",Kelly,"));
    client
        .get()
        .uri("/api/v1/profiles/export?format=json")
        .exchange()
        .expectBody()
        .json(
            """
            [{"id": "c2", "customer_profile": {"prototype_name": "Kim"}},
             {"id": "c1", "customer_profile": {"prototype_name": "Kelly"}}]
            """);
  }

  @Test
  void waits_for_the_revision_asked_for_and_says_when_it_does_not_come() {
    given("c1", STARTED, said("prototype_name", "Kelly"));
    client.get().uri("/api/v1/profiles/c1?atLeastRev=2").exchange().expectStatus().isOk();
    client
        .get()
        .uri("/api/v1/profiles/c1?atLeastRev=3")
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectHeader()
        .valueEquals("Retry-After", "1")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-yet-projected");
  }

  @Test
  void visitors_and_strangers_stay_outside() {
    as(TestCallers.visitor(tokens, workspace))
        .get()
        .uri("/api/v1/profiles")
        .exchange()
        .expectStatus()
        .isForbidden();
    as("nonsense").get().uri("/api/v1/profiles").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void only_administrators_rebuild() {
    client
        .post()
        .uri("/internal/projections/profiles/rebuild")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private void given(String id, ConversationEvent... events) {
    var saved =
        views
            .find(workspace, id)
            .defaultIfEmpty(new Versioned<>(ProfileUpdate.saved(CustomerProfile.none(id), 0), 0))
            .block();
    var before = requireNonNull(saved);
    var envelopes = ProfileStory.envelopes(workspace, id, before.rev() + 1, List.of(events));
    var update = before.view();
    for (var envelope : envelopes) {
      update = update.apply(envelope);
    }
    var rev = before.rev() + events.length;
    assertThat(views.save(workspace, id, update, before.rev(), rev, envelopes).block()).isTrue();
  }

  private Rows page(String query) {
    return requireNonNull(
        client
            .get()
            .uri("/api/v1/profiles?" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(Rows.class)
            .returnResult()
            .getResponseBody());
  }

  record Rows(List<ProfileRow> items, @org.jspecify.annotations.Nullable String next) {}

  private static String text(WebTestClient client, String uri) {
    return requireNonNull(
        client
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private WebTestClient as(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(20))
        .defaultHeader(ServiceTokens.HEADER, token)
        .build();
  }
}
