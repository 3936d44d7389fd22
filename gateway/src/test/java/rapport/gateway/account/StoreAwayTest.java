package rapport.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rapport.gateway.RunningGateway;
import rapport.testkit.EmbeddedStore;
import rapport.testkit.FreePort;

class StoreAwayTest {

  @Test
  void waits_for_the_store_says_when_it_is_away_and_goes_on_when_it_is_back() {
    var port = FreePort.next();
    try (var gateway =
        RunningGateway.starting(
            Map.of(
                "spring.mongodb.uri",
                "mongodb://127.0.0.1:" + port,
                "rapport.gateway.account.cached",
                "0s"))) {
      assertThat(gateway.isReady()).isFalse();
      gateway.anyone().get().uri("/app/").exchange().expectStatus().isOk();
      try (var _ = EmbeddedStore.startOn(port)) {
        gateway.awaitReady();
        gateway.admin().get().uri("/api/v1/profiles").exchange().expectStatus().isOk();
      }
      gateway
          .admin()
          .get()
          .uri("/api/v1/profiles")
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueMatches("Retry-After", "[1-9]\\d*")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("store-unavailable");
      gateway.anyone().get().uri("/api/v1/status").exchange().expectStatus().isOk();
      try (var _ = EmbeddedStore.startOn(port)) {
        // It is another, empty store: the session is not there, but there is an answer again.
        Awaitility.await().until(() -> status(gateway) == 401);
      }
    }
  }

  private static int status(RunningGateway gateway) {
    return gateway
        .admin()
        .get()
        .uri("/api/v1/profiles")
        .exchange()
        .expectBody()
        .returnResult()
        .getStatus()
        .value();
  }
}
