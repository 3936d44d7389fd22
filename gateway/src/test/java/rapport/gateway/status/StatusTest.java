package rapport.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rapport.gateway.FakeService;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;
import rapport.gateway.status.ServiceState.State;

class StatusTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void tells_everybody_how_every_service_is() {
    Awaitility.await().until(() -> body().contains("1.2.3"));
    gateway
        .anyone()
        .get()
        .uri("/api/v1/status")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("up")
        .jsonPath("$.services[*].name")
        .isEqualTo(
            List.of(
                "conversation-service",
                "profile-service",
                "lead-intelligence-service",
                "health-score-service",
                "integrations-service"))
        .jsonPath("$.services[0].status")
        .isEqualTo("up")
        .jsonPath("$.services[0].version")
        .isEqualTo("1.2.3")
        .jsonPath("$.services[0].ms")
        .isNumber();
  }

  @Test
  void tells_no_addresses() {
    assertThat(body()).doesNotContain("127.0.0.1").doesNotContain("http");
  }

  @Test
  void notices_a_service_that_goes_and_comes_back() {
    FakeService service = gateway.service(Upstream.HEALTH_SCORE);
    service.stop();
    Awaitility.await().until(() -> body().contains("\"degraded\"") && body().contains("\"down\""));

    service.start();
    Awaitility.await().until(() -> !body().contains("\"down\""));
  }

  @Test
  void reads_readiness_as_it_is_meant() {
    assertThat(State.of(200, "UP")).isEqualTo(State.UP);
    assertThat(State.of(200, "DEGRADED")).isEqualTo(State.DEGRADED);
    assertThat(State.of(503, "OUT_OF_SERVICE")).isEqualTo(State.DOWN);
    assertThat(State.of(404, null)).isEqualTo(State.DOWN);
  }

  @Test
  void all_is_up_when_everything_is_and_down_when_nothing_is() {
    assertThat(State.of(List.of(is(State.UP), is(State.UP)))).isEqualTo(State.UP);
    assertThat(State.of(List.of(is(State.UP), is(State.DOWN)))).isEqualTo(State.DEGRADED);
    assertThat(State.of(List.of(is(State.DEGRADED), is(State.UP)))).isEqualTo(State.DEGRADED);
    assertThat(State.of(List.of(is(State.DOWN), is(State.DOWN)))).isEqualTo(State.DOWN);
  }

  private static ServiceState is(State state) {
    return new ServiceState("some-service", state, null, 1);
  }

  private String body() {
    return new String(
        Objects.requireNonNull(
            gateway
                .anyone()
                .get()
                .uri("/api/v1/status")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody()),
        StandardCharsets.UTF_8);
  }
}
