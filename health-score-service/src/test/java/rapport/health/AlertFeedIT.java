package rapport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** Alerts as somebody hears of them who watches. */
class AlertFeedIT extends RunningService {

  private final AccountTopic accounts = new AccountTopic();

  @AfterEach
  void closeAccounts() {
    accounts.close();
  }

  @Test
  void an_alert_is_told_when_it_opens_and_whenever_somebody_works_on_it() {
    var began = new long[1];
    var id = new String[1];
    StepVerifier.create(feed())
        .expectNextMatches(it -> "watching".equals(it.comment()))
        .then(() -> {
          began[0] = System.nanoTime();
          renewalIsDue("somebody-elses", "acme");
          renewalIsDue(workspace, "bolt");
        })
        .assertNext(opened -> {
          System.out.printf(
              "from the signal to the alert in the feed: %d ms%n",
              Duration.ofNanos(System.nanoTime() - began[0]).toMillis());
          var alert = data(opened);
          assertThat(alert.path("account").asString()).isEqualTo("bolt");
          assertThat(alert.path("accountName").asString()).isEqualTo("Company bolt");
          assertThat(alert.path("type").asString()).isEqualTo("renewal-risk");
          assertThat(alert.path("status").asString()).isEqualTo("open");
          id[0] = alert.path("id").asString();
          assertThat(opened.id()).isEqualTo(id[0] + ":1");
        })
        .then(() -> acknowledge(id[0]))
        .assertNext(seen -> {
          assertThat(seen.id()).isEqualTo(id[0] + ":2");
          assertThat(data(seen).path("status").asString()).isEqualTo("acknowledged");
        })
        .thenCancel()
        .verify(PATIENCE);
  }

  private Flux<ServerSentEvent<JsonNode>> feed() {
    return client()
        .get()
        .uri("/api/v1/alerts/feed")
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
        .getResponseBody()
        .filter(Predicate.not(AlertFeedIT::isHeartbeat));
  }

  private static boolean isHeartbeat(ServerSentEvent<JsonNode> event) {
    return event.data() == null && !"watching".equals(event.comment());
  }

  private static JsonNode data(ServerSentEvent<JsonNode> event) {
    assertThat(event.event()).isEqualTo("alert");
    return Objects.requireNonNull(event.data());
  }

  private void renewalIsDue(String whose, String account) {
    var today = LocalDate.now(ZoneOffset.UTC);
    accounts.tellAll(
        whose,
        account,
        new AccountRecorded("Company " + account, null, "mid-market", 50, null, "manual", null),
        new ContractRecorded(
            "k1",
            today.minusDays(340),
            today.plusDays(25),
            BigDecimal.valueOf(12_000),
            "EUR",
            80,
            90,
            "active",
            null));
  }

  private void acknowledge(String id) {
    var caller = new Caller(workspace, "user-2", "Ben", Set.of(Role.SUCCESS), Caller.Kind.USER);
    nobody()
        .post()
        .uri("/api/v1/alerts/" + id + "/acknowledge")
        .header(ServiceTokens.HEADER, tokens.mint(caller, "health-score-service"))
        .exchange()
        .expectStatus()
        .isOk();
  }
}
