package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What health-score-service tells of an account is in its template. */
class AccountTemplateIT extends ProfileServiceSetting {

  private static final EventCodec<HealthState> STATES = new EventCodec<>(HealthState.CATALOG);

  @Test
  void the_latest_score_is_filled_in_whatever_the_topic_has_forgotten() throws Exception {
    var account = account();
    told(account, 3, 55.5, Band.AT_RISK);
    await().until(() -> score(account) == 55.5);
    told(account, 9, 71.25, Band.GOOD);
    await().until(() -> score(account) == 71.25);
    assertThat(overall(account).path("band").asString()).isEqualTo("good");
    var markdown =
        client
            .get()
            .uri("/api/v1/accounts/" + account + "/templates/health-score")
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .valueEquals(
                "Content-Disposition", "attachment; filename=\"harbour-mills-health-score.md\"")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(markdown).contains("- **Score:** 71.25\n");
  }

  @Test
  void what_is_not_there_cannot_be_filled_in() {
    var account = account();
    for (var path : List.of(account + "/templates/invoice", "nobody/templates/profile")) {
      client.get().uri("/api/v1/accounts/" + path).exchange().expectStatus().isNotFound();
    }
    client
        .get()
        .uri("/api/v1/accounts/" + account + "/templates/profile?format=pdf")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  private String account() {
    var answer =
        as(TestCallers.user(tokens, workspace, Role.SALES))
            .post()
            .uri("/api/v1/accounts")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(Map.of("details", Map.of("name", "Harbour Mills")))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(answer).path("account").path("id").asString();
  }

  private void told(String account, long rev, double score, Band band) throws Exception {
    var state =
        new HealthState(
            "Harbour Mills", null, null, score, band, 1, false, Map.of(), Map.of(), null);
    var envelope =
        new Envelope<>(account + rev, workspace, account, rev, Instant.now(), null, null, state);
    topic.send(List.of(STATES.encode(envelope)));
  }

  private double score(String account) {
    return overall(account).path("score").asDouble(-1);
  }

  private JsonNode overall(String account) {
    var answer =
        client
            .get()
            .uri("/api/v1/accounts/" + account + "/templates/health-score?format=json")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(answer).path("sections").path("overall");
  }
}
