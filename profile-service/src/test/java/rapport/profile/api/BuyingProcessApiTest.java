package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.panel;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;

class BuyingProcessApiTest extends ApiSetting {

  private static final String ALL = "/api/v1/buying-processes";

  @Test
  void answers_the_source_structure_with_its_envelope_beside_it() {
    mapping(
        "c1",
        MAPPING,
        said("persona_name", "Owner"),
        stage("s1", 0),
        said("buying_stages[s1].stage_name", "Decision"),
        stage("s2", 0),
        said("goals", "grow"));
    client
        .get()
        .uri(ALL + "/c1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("X-Rapport-Revision", "6")
        .expectBody()
        .json(
            """
            {
              "id": "c1",
              "rev": 6,
              "progress": {"done": 2, "total": 17},
              "buying_process_mapping": {
                "persona_id": "c1",
                "persona_name": "Owner",
                "persona_pain_points": "",
                "buying_stages": [
                  {"stage_id": "s2", "stage_name": "", "buyer_actions": "", "duration": "",
                   "key_influencers": "", "seller_actions": "", "content_type": "",
                   "key_message": ""},
                  {"stage_id": "s1", "stage_name": "Decision", "buyer_actions": "", "duration": "",
                   "key_influencers": "", "seller_actions": "", "content_type": "",
                   "key_message": ""}
                ],
                "status": "in_progress",
                "last_updated_at": "2026-03-01T09:00:06Z",
                "created_by": "user-1"
              },
              "additional": {"goals": "grow"}
            }
            """)
        .jsonPath("$.buying_process_mapping.ai_generated_summary")
        .doesNotExist()
        .jsonPath("$.buying_process_mapping.profile_id")
        .doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/c1", "/c1/provenance", "/c1/history", "/c1/export?format=svg", "/unknown"})
  void another_workspace_s_mapping_does_not_exist(String path) {
    mapping("c1", MAPPING);
    as(TestCallers.viewer(tokens, "w-other"))
        .get()
        .uri(ALL + path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("buying-process-not-found");
  }

  @Test
  void another_workspace_s_mappings_are_in_no_list_and_no_export() {
    mapping("c1", MAPPING, said("persona_name", "Owner"), said("profile_id", "p1"));
    var other = as(TestCallers.user(tokens, "w-other", Role.ADMIN));
    other.get().uri(ALL).exchange().expectBody().json("{\"items\": []}");
    other.get().uri(ALL + "?profile=p1").exchange().expectBody().json("{\"items\": []}");
    assertThat(text(other, ALL + "/export?format=csv")).doesNotContain("Owner");
    assertThat(text(other, ALL + "/export?format=json"))
        .isEqualTo("{\"buying_process_mappings\":[]}\n");
  }

  @Test
  void a_conversation_of_another_flow_is_no_mapping() {
    mapping("c1", STARTED);
    status(ALL + "/c1").isNotFound();
    get(ALL).json("{\"items\": []}");
  }

  @Test
  void a_row_says_what_a_list_needs() {
    mapping(
        "c1",
        MAPPING,
        said("persona_name", "Owner"),
        said("profile_id", "p1"),
        stage("s1", 0),
        stage("s2", 1),
        said("buying_stages[s2].stage_name", "Decision"),
        new SessionCompleted());
    get(ALL)
        .json(
            """
            {"items": [{
              "id": "c1", "personaName": "Owner", "stages": ["", "Decision"],
              "status": "completed", "progress": {"done": 2, "total": 17}, "profileId": "p1",
              "lastUpdatedAt": "2026-03-01T09:00:07Z"
            }]}
            """)
        .jsonPath("$.next")
        .doesNotExist();
  }

  @Test
  void lists_the_newest_first_page_by_page() {
    for (int i = 1; i <= 5; i++) {
      var events = new ArrayList<ConversationEvent>(List.of(MAPPING));
      for (int j = 0; j < i; j++) {
        events.add(said("persona_name", "Owner " + j));
      }
      mapping("c" + i, events.toArray(ConversationEvent[]::new));
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = page("limit=2" + cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(row -> seen.add(row.id()));
      cursor = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly("c5", "c4", "c3", "c2", "c1");
  }

  @ParameterizedTest
  @CsvSource({"owner,1", "DECISIÓN,1", "decision owner,1", "owner nobody,0", ".*,0", "'',2"})
  void searches_the_stages_as_well(String query, int found) {
    mapping(
        "c1",
        MAPPING,
        said("persona_name", "Owner"),
        stage("s1", 0),
        said("buying_stages[s1].stage_name", "Decisión"));
    mapping("c2", MAPPING, said("persona_name", "Manager"));
    assertThat(page("q=" + query).items()).hasSize(found);
  }

  @Test
  void what_a_removed_stage_said_is_not_found() {
    mapping(
        "c1",
        MAPPING,
        stage("s1", 0),
        said("buying_stages[s1].stage_name", "Decision"),
        new ItemRemoved("buying_stages", "s1", panel()));
    assertThat(page("q=decision").items()).isEmpty();
  }

  @Test
  void lists_by_status_and_by_the_profile_they_are_about() {
    mapping("c1", MAPPING, said("profile_id", "p1"));
    mapping("c2", MAPPING, said("profile_id", "p1"), new SessionCompleted());
    mapping("c3", MAPPING, said("profile_id", "p2"));
    assertThat(ids(page("profile=p1"))).containsExactly("c2", "c1");
    assertThat(ids(page("profile=p1&status=completed"))).containsExactly("c2");
    assertThat(ids(page("status=in_progress"))).containsExactly("c3", "c1");
    assertThat(ids(page("profile=nobody"))).isEmpty();
  }

  @Test
  void a_link_that_was_taken_back_links_no_more() {
    mapping("c1", MAPPING, said("profile_id", "p1"));
    mapping("c1", new ConversationEvent.FieldReset("profile_id", null, null));
    assertThat(ids(page("profile=p1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=0,bad-limit",
    "?limit=201,bad-limit",
    "?limit=x,wrong-type",
    "?cursor=nonsense,bad-cursor",
    "?status=done,unknown-status",
    "/c1?atLeastRev=x,wrong-type",
    "/c1/history?cursor=nonsense,bad-cursor",
    "/c1/history?limit=0,bad-limit",
    "/c1/export,missing-parameter",
    "/c1/export?format=xls,unknown-format",
    "/c1/export?format=SVG,unknown-format",
    "/export?format=svg,unknown-format",
    "/export?format=pdf,unknown-format"
  })
  void refuses_what_it_cannot_read(String path, String code) {
    mapping("c1", MAPPING);
    status(ALL + path).isBadRequest().expectBody().jsonPath("$.code").isEqualTo(code);
  }

  @Test
  void waits_for_the_revision_asked_for_and_says_when_it_does_not_come() {
    mapping("c1", MAPPING, said("persona_name", "Owner"));
    status(ALL + "/c1?atLeastRev=2").isOk();
    status(ALL + "/c1?atLeastRev=3")
        .isEqualTo(409)
        .expectHeader()
        .valueEquals("Retry-After", "1")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-yet-projected");
  }

  @Test
  void another_workspace_s_mapping_never_comes() {
    mapping("c1", MAPPING);
    as(TestCallers.viewer(tokens, "w-other"))
        .get()
        .uri(ALL + "/c1?atLeastRev=1")
        .exchange()
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("not-yet-projected");
  }

  @Test
  void tells_how_stages_came_moved_and_went() {
    mapping(
        "c1",
        MAPPING,
        stage("s1", 0),
        said("buying_stages[s1].duration", "a week"),
        stage("s2", 1),
        new ItemMoved("buying_stages", "s2", 0, panel()),
        new ItemRemoved("buying_stages", "s1", panel()));
    get(ALL + "/c1/history")
        .json(
            """
            {"items": [
              {"path": "buying_stages[s1]", "from": 1, "cause": "panel", "actor": "user-2", "rev": 6},
              {"path": "buying_stages[s1].duration", "from": "a week", "cause": "panel", "rev": 6},
              {"path": "buying_stages[s2]", "from": 1, "to": 0, "cause": "panel", "rev": 5},
              {"path": "buying_stages[s2]", "to": 1, "cause": "chat", "rev": 4},
              {"path": "buying_stages[s1].duration", "to": "a week", "cause": "chat",
               "quote": "that is what I said", "rev": 3},
              {"path": "buying_stages[s1]", "to": 0, "cause": "chat", "rev": 2}
            ]}
            """);
  }

  @Test
  void history_is_paged_in_the_middle_of_an_event() {
    mapping(
        "c1",
        MAPPING,
        stage("s1", 0),
        said("buying_stages[s1].duration", "a week"),
        said("buying_stages[s1].stage_name", "Decision"),
        new ItemRemoved("buying_stages", "s1", panel()));
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = history("c1/history?limit=2" + cursor);
      page.items().forEach(line -> seen.add(line.rev() + " " + line.path()));
      cursor = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!cursor.isEmpty());
    assertThat(seen)
        .containsExactly(
            "5 buying_stages[s1]",
            "5 buying_stages[s1].duration",
            "5 buying_stages[s1].stage_name",
            "4 buying_stages[s1].stage_name",
            "3 buying_stages[s1].duration",
            "2 buying_stages[s1]");
  }

  @Test
  void tells_the_history_of_one_stage() {
    mapping(
        "c1",
        MAPPING,
        stage("s1", 0),
        stage("s11", 1),
        said("buying_stages[s1].duration", "a week"),
        said("buying_stages[s11].duration", "a month"));
    assertThat(history("c1/history?path={path}", "buying_stages[s1]").items())
        .extracting(Line::path)
        .containsExactly("buying_stages[s1].duration", "buying_stages[s1]");
  }

  @Test
  void tells_where_each_value_comes_from() {
    mapping("c1", MAPPING, stage("s1", 0), said("buying_stages[s1].duration", "a week"));
    get(ALL + "/c1/provenance")
        .jsonPath("$.fields['buying_stages[s1].duration'].value")
        .isEqualTo("a week")
        .jsonPath("$.fields['buying_stages[s1].duration'].source.eventId")
        .isEqualTo("c1-3");
  }

  @ParameterizedTest
  @CsvSource({
    "json,application/json,attachment",
    "csv,text/csv;charset=UTF-8,attachment",
    "md,text/markdown;charset=UTF-8,attachment",
    "pdf,application/pdf,attachment",
    "svg,image/svg+xml,inline"
  })
  void hands_a_mapping_out_as_a_file(String format, String mediaType, String disposition) {
    mapping("c1", MAPPING, said("persona_name", "Owner \"O\""));
    client
        .get()
        .uri(ALL + "/c1/export?format=" + format)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType(mediaType)
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Rapport-Revision", "2")
        .expectHeader()
        .valueEquals("Content-Disposition", disposition + "; filename=\"owner-o." + format + "\"");
  }

  @Test
  void the_picture_may_load_and_run_nothing() {
    mapping("c1", MAPPING, said("persona_name", "<script>alert(1)</script>"));
    client
        .get()
        .uri(ALL + "/c1/export?format=svg")
        .exchange()
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .expectBody(String.class)
        .value(svg ->
            assertThat(svg)
                .startsWith("<svg ")
                .doesNotContain("<script")
                .contains("&lt;script&gt;"));
  }

  @Test
  void hands_all_mappings_out_in_the_source_s_outer_form() {
    mapping("c1", MAPPING, said("persona_name", "Owner"));
    mapping("c2", MAPPING, said("persona_name", "Manager"), stage("s1", 0), stage("s2", 1));
    get(ALL + "/export?format=json")
        .json(
            """
            {"buying_process_mappings": [
              {"persona_id": "c2", "persona_name": "Manager",
               "buying_stages": [{"stage_id": "s1"}, {"stage_id": "s2"}]},
              {"persona_id": "c1", "persona_name": "Owner", "buying_stages": []}
            ]}
            """);
    assertThat(text(client, ALL + "/export?format=csv").lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("persona_id,persona_name"),
            first -> assertThat(first).startsWith("c2,Manager").contains(",1,s1,"),
            second -> assertThat(second).startsWith("c2,Manager").contains(",2,s2,"),
            third -> assertThat(third).startsWith("c1,Owner"));
  }

  @Test
  void a_conversation_has_one_record_whatever_its_kind() {
    mapping("c1", MAPPING, said("persona_name", "Owner"));
    profile("c2", STARTED, said("prototype_name", "Kelly"));
    get("/api/v1/records/c1/history").jsonPath("$.items[0].path").isEqualTo("persona_name");
    get("/api/v1/records/c2/history").jsonPath("$.items[0].path").isEqualTo("prototype_name");
    assertThat(text(client, "/api/v1/records/c1/export?format=svg")).startsWith("<svg ");
    assertThat(text(client, "/api/v1/records/c2/export?format=md")).startsWith("# Kelly");
    status("/api/v1/records/c2/export?format=svg").isBadRequest();
    status("/api/v1/records/c3/export?format=md")
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("record-not-found");
  }

  @Test
  void visitors_and_strangers_stay_outside() {
    var visitor = as(TestCallers.visitor(tokens, workspace));
    visitor.get().uri(ALL).exchange().expectStatus().isForbidden();
    visitor.get().uri(ALL + "/export?format=csv").exchange().expectStatus().isForbidden();
    as("nonsense").get().uri(ALL).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void only_administrators_rebuild() {
    client
        .post()
        .uri("/internal/projections/buying-processes/rebuild")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void there_is_no_other_kind_of_record() {
    as(TestCallers.user(tokens, workspace, Role.ADMIN))
        .post()
        .uri("/internal/projections/people/rebuild")
        .exchange()
        .expectStatus()
        .isNotFound();
    status("/api/v1/people/c1/history").isNotFound();
  }

  record Rows(List<BuyingProcessRow> items, @Nullable String next) {}

  record Line(String path, long rev) {}

  record Lines(List<Line> items, @Nullable String next) {}

  private static List<String> ids(Rows rows) {
    return rows.items().stream().map(BuyingProcessRow::id).toList();
  }

  private Rows page(String query) {
    return requireNonNull(
        status(ALL + "?" + query).isOk().expectBody(Rows.class).returnResult().getResponseBody());
  }

  private Lines history(String path, Object... variables) {
    return requireNonNull(
        client
            .get()
            .uri(ALL + "/" + path, variables)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(Lines.class)
            .returnResult()
            .getResponseBody());
  }
}
