package rapport.health;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

class FunnelIT extends RunningService {

  private static final Instant BEGIN = Instant.parse("2024-03-01T09:00:00Z");
  private static final Provenance CHAT = new Provenance(Origin.CHAT, null, null, 1);

  private static final String REPORT =
      """
      {
        "flow": "buying-process",
        "from": "2024-03-01",
        "to": "2024-03-31",
        "abandonedAfter": "PT24H",
        "locale": null,
        "sessions": {"started": 2, "completed": 1, "abandoned": 1, "open": 0, "medianMinutes": 9.0},
        "locales": {"en": 2},
        "phases": [
          {
            "phase": "persona",
            "reached": 2, "completed": 1,
            "asked": 2, "answered": 1, "skipped": 1, "unknown": 0,
            "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 1,
            "medianSeconds": 180,
            "fields": [
              {
                "path": "persona_name", "sessions": 2,
                "asked": 2, "answered": 1, "skipped": 1, "unknown": 0,
                "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 0,
                "times": null, "medianSeconds": 60, "p90Seconds": 60
              },
              {
                "path": "persona_pain_points", "sessions": 1,
                "asked": 1, "answered": 0, "skipped": 0, "unknown": 0,
                "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 1,
                "times": null, "medianSeconds": null, "p90Seconds": null
              }
            ]
          },
          {
            "phase": "stages",
            "reached": 1, "completed": 0,
            "asked": 1, "answered": 1, "skipped": 0, "unknown": 0,
            "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 0,
            "medianSeconds": null,
            "fields": [
              {
                "path": "buying_stages[].duration", "sessions": 1,
                "asked": 1, "answered": 1, "skipped": 0, "unknown": 0,
                "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 0,
                "times": {
                  "asked": 1, "answered": 1, "skipped": 0, "unknown": 0,
                  "volunteered": 0, "corrected": 0, "rejected": 0, "abandoned": 0
                },
                "medianSeconds": 60, "p90Seconds": 60
              }
            ]
          }
        ]
      }
      """;

  @Test
  void reports_where_the_sessions_of_a_flow_stop() throws Exception {
    topic.publish(workspace, "c1", BEGIN, through());
    topic.publish(workspace, "c1", BEGIN, through());
    topic.publish(workspace, "c2", BEGIN.plus(Duration.ofDays(30)), left());
    topic.publish(workspace, "too-late", BEGIN.plus(Duration.ofDays(31)), left());
    topic.publish("other-" + workspace, "c3", BEGIN, left());
    topic.publish(
        workspace,
        "c4",
        BEGIN,
        List.of(new SessionStarted("customer-profile", 1, "en", null), new PhaseEntered("intro")));
    eventually(
        "flow=buying-process&from=2024-03-01&to=2024-03-31",
        body -> body.json(REPORT, JsonCompareMode.STRICT));
  }

  @Test
  void a_session_is_open_until_it_was_silent_for_as_long_as_asked() throws Exception {
    var begin = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    topic.publish(workspace, "c1", begin, left());
    var recently = "flow=buying-process&from=" + day(begin) + "&to=" + day(Instant.now());
    eventually(recently, body -> body.jsonPath("$.sessions.open").isEqualTo(1));
    eventually(
        recently + "&abandonedAfter=PT2H",
        body -> body.jsonPath("$.sessions.abandoned").isEqualTo(1));
  }

  @Test
  void reports_the_sessions_in_one_language() throws Exception {
    var german = List.of(new SessionStarted("buying-process", 1, "de", null));
    topic.publish(workspace, "c1", BEGIN, left());
    topic.publish(workspace, "c2", BEGIN, german);
    var days = "flow=buying-process&from=2024-03-01&to=2024-03-31";
    eventually(days, body -> body.jsonPath("$.sessions.started").isEqualTo(2));
    eventually(days + "&locale=DE", body -> body.jsonPath("$.locales").isEqualTo(Map.of("de", 1)));
  }

  @Test
  void a_flow_nobody_used_has_an_empty_report() {
    eventually(
        "flow=nobodys",
        body ->
            body.jsonPath("$.phases")
                .isEmpty()
                .jsonPath("$.sessions.started")
                .isEqualTo(0)
                .jsonPath("$.abandonedAfter")
                .isEqualTo("PT24H"));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2024-03-01,missing-parameter",
    "flow=,missing-parameter",
    "flow=f&from=2024-03-02&to=2024-03-01,bad-range",
    "flow=f&from=2022-01-01&to=2024-03-01,bad-range",
    "flow=f&to=-999999999-01-01,bad-range",
    "flow=f&from=yesterday,wrong-type",
    "flow=f&abandonedAfter=24h,bad-duration",
    "flow=f&abandonedAfter=P1M,bad-duration",
    "flow=f&abandonedAfter=PT0S,bad-duration",
    "flow=f&abandonedAfter=-PT1H,bad-duration",
    "flow=f&abandonedAfter=P367D,bad-duration",
    "flow=f&locale=,bad-locale",
    "flow=f&locale=not_a_tag,bad-locale"
  })
  void refuses_what_it_cannot_report(String query, String code) {
    client()
        .get()
        .uri("/api/v1/reports/funnel?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void answers_nobody_without_a_token() {
    nobody().get().uri("/api/v1/reports/funnel?flow=f").exchange().expectStatus().isUnauthorized();
  }

  /** Ten events, a minute apart. */
  private static List<ConversationEvent> through() {
    return List.of(
        new SessionStarted("buying-process", 1, "en", null),
        new PhaseEntered("persona"),
        new QuestionAsked(List.of("persona_name"), 1),
        captured("persona_name"),
        new PhaseCompleted("persona"),
        new ItemAdded("buying_stages", "s1", 0, CHAT),
        new PhaseEntered("stages"),
        new QuestionAsked(List.of("buying_stages[s1].duration"), 1),
        captured("buying_stages[s1].duration"),
        new SessionCompleted());
  }

  private static List<ConversationEvent> left() {
    return List.of(
        new SessionStarted("buying-process", 1, "en", null),
        new PhaseEntered("persona"),
        new QuestionAsked(List.of("persona_name"), 1),
        new FieldSkipped("persona_name"),
        new QuestionAsked(List.of("persona_pain_points"), 1));
  }

  private static ConversationEvent captured(String path) {
    return new FieldCaptured(path, FieldValue.text("something"), CHAT);
  }

  private static String day(Instant at) {
    return at.toString().substring(0, 10);
  }

  private void eventually(String query, Consumer<BodyContentSpec> says) {
    await()
        .untilAsserted(() ->
            says.accept(
                client()
                    .get()
                    .uri("/api/v1/reports/funnel?" + query)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()));
  }
}
