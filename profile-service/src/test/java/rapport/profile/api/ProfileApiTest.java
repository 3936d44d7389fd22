package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.edited;
import static rapport.profile.record.RecordStory.said;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;

class ProfileApiTest extends ApiSetting {

  @Test
  void answers_the_source_structure_with_its_envelope_beside_it() {
    profile(
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
              "additional": {"summary_kind": "summary"},
              "buyingProcesses": []
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
    profile("c1", STARTED);
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
    profile("c1", STARTED, said("prototype_name", "Kelly"));
    var other = as(TestCallers.user(tokens, "w-other", Role.ADMIN));
    other.get().uri("/api/v1/profiles").exchange().expectBody().json("{\"items\": []}");
    var csv = text(other, "/api/v1/profiles/export?format=csv");
    assertThat(csv).startsWith("id,status").doesNotContain("Kelly");
  }

  @Test
  void a_conversation_of_another_flow_is_no_profile() {
    profile("c1", new SessionStarted("buying-process", 1, "en", null));
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
      profile("c" + i, words.toArray(ConversationEvent[]::new));
    }
    profile("c8", STARTED, said("prototype_name", "as new as c1"));
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
    profile(
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
    profile(
        "c1",
        STARTED,
        said("prototype_name", "Kelly Lawson"),
        said("company_name", "Acme"),
        said("psychographics.likes_dislikes", List.of("dislikes cold calls")));
    profile("c2", STARTED, said("prototype_name", "Zoë"), said("company_name", "Acme"));
    assertThat(page("q=" + query).items()).hasSize(found);
  }

  @Test
  void lists_by_status() {
    profile("c1", STARTED);
    profile("c2", STARTED, new SessionCompleted());
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
    profile(
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

  @ParameterizedTest
  @CsvSource({"demographics,2", "demographics.age,1", "demo,0", "'',0"})
  void tells_the_history_of_a_section_as_well(String path, int lines) {
    profile(
        "c1",
        STARTED,
        said("type", "User"),
        said("demographics.age", "35-44"),
        said("demographics.income", "high"));
    get("/api/v1/profiles/c1/history?path=" + path).jsonPath("$.items.length()").isEqualTo(lines);
  }

  @Test
  void names_the_buying_processes_that_are_about_the_profile() {
    profile("c1", STARTED);
    mapping("b1", MAPPING, said("profile_id", "c1"), said("persona_name", "Owner"));
    mapping("b2", MAPPING, said("profile_id", "c2"), said("persona_name", "Other"));
    get("/api/v1/profiles/c1")
        .json("{\"buyingProcesses\": [{\"id\": \"b1\", \"personaName\": \"Owner\"}]}")
        .jsonPath("$.buyingProcesses.length()")
        .isEqualTo(1);
  }

  @Test
  void tells_where_each_value_comes_from() {
    profile("c1", STARTED, said("demographics.age", "35-44"));
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
    profile("c1", STARTED, said("prototype_name", "Kelly \"K\" Lawson"));
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
  @ValueSource(
      strings = {
        "/c1/export?format=xls",
        "/c1/export?format=PDF",
        "/export?format=pdf",
        "/c1/export?format=svg"
      })
  void refuses_formats_it_does_not_write(String path) {
    profile("c1", STARTED);
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
    profile("c1", STARTED, said("prototype_name", "Kelly"));
    profile("c2", STARTED, said("prototype_name", "Kim"), said("job_title", "Manager"));
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
    profile("c1", STARTED, said("prototype_name", "Kelly"));
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
}
