package rapport.gateway.workspace;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.RunningGateway;
import rapport.runtime.identity.Role;

class WorkspaceTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void data_is_real_until_it_is_said_to_be_made_up_and_made_up_ever_after() {
    var viewer = gateway.bearing(gateway.newUser(Role.VIEWER).token());
    sample(viewer)
        .jsonPath("$.id")
        .isEqualTo("main")
        .jsonPath("$.sampleData")
        .isEqualTo(false)
        .jsonPath("$.sample")
        .doesNotExist();

    mark(gateway.admin(), 7, false).expectStatus().isOk();
    sample(viewer)
        .jsonPath("$.sampleData")
        .isEqualTo(true)
        .jsonPath("$.sample.loaded")
        .isEqualTo(false);

    mark(gateway.admin(), 7, true).expectStatus().isOk();
    sample(viewer)
        .jsonPath("$.sample.seed")
        .isEqualTo(7)
        .jsonPath("$.sample.loaded")
        .isEqualTo(true);

    mark(gateway.admin(), 8, false)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("another-sample");
    sample(viewer).jsonPath("$.sample.seed").isEqualTo(7);
  }

  @Test
  void only_an_administrator_says_so() {
    var success = gateway.newUser(Role.MARKETER, Role.SALES, Role.SUCCESS);

    mark(gateway.bearing(success.token()), 7, true).expectStatus().isForbidden();
  }

  private static ResponseSpec mark(WebTestClient caller, int seed, boolean loaded) {
    return caller
        .put()
        .uri("/api/v1/workspace/sample")
        .bodyValue(Map.of("seed", seed, "loaded", loaded))
        .exchange();
  }

  private static WebTestClient.BodyContentSpec sample(WebTestClient caller) {
    return caller.get().uri("/api/v1/workspace").exchange().expectStatus().isOk().expectBody();
  }
}
