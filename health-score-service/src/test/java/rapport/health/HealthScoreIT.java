package rapport.health;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;

class HealthScoreIT extends RunningService {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void reports_how_much_was_conversed_on_which_day() throws Exception {
    var start = new SessionStarted("customer-profile", 1, "en", null);
    var first = List.of(start, new MessageReceived("m1", "hello"), new SessionCompleted());
    topic.publish(workspace, "c1", BEGIN, first);
    topic.publish(workspace, "c1", BEGIN, first);
    var nextDay = BEGIN.plus(Duration.ofDays(1));
    topic.publish(workspace, "c2", nextDay, List.of(start, new MessageReceived("m2", "hi")));
    topic.publish("other-" + workspace, "c1", BEGIN, first);
    await()
        .untilAsserted(() ->
            client()
                .get()
                .uri("/api/v1/reports/usage?from=2026-03-01&to=2026-03-31")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                    """
                    {
                      "from": "2026-03-01",
                      "to": "2026-03-31",
                      "days": [
                        {"day": "2026-03-01", "started": 1, "completed": 1, "turns": 1},
                        {"day": "2026-03-02", "started": 1, "completed": 0, "turns": 1}
                      ],
                      "total": {"started": 2, "completed": 1, "turns": 2}
                    }
                    """));
  }

  @Test
  void reports_the_last_thirty_days_when_not_told_otherwise() {
    client()
        .get()
        .uri("/api/v1/reports/usage")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.total.started")
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-03-02&to=2026-03-01,bad-range",
    "from=2024-01-01&to=2026-03-01,bad-range",
    "to=-999999999-01-01,bad-range",
    "from=0000-12-31&to=0001-01-02,bad-range",
    "from=yesterday,wrong-type"
  })
  void refuses_ranges_it_cannot_report(String query, String code) {
    client()
        .get()
        .uri("/api/v1/reports/usage?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void is_ready_when_its_store_answers() {
    client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  void answers_404_where_there_is_nothing_yet() {
    client().get().uri("/api/v1/nothing-here").exchange().expectStatus().isNotFound();
  }
}
