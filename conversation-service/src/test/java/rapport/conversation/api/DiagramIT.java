package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.runtime.identity.Role;

class DiagramIT extends ConversationServiceSetting {

  private ResponseSpec diagram(String of) {
    client = as(Role.VIEWER, workspace);
    return client.get().uri("/api/v1/flows/" + of).exchange();
  }

  @Test
  void a_flow_is_drawn_as_mermaid() {
    diagram("buying-process/diagram")
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType("text/vnd.mermaid;charset=UTF-8")
        .expectBody(String.class)
        .value(text -> assertThat(text).startsWith("flowchart TB"));
  }

  @Test
  void a_flow_is_drawn_as_a_picture_that_can_run_nothing() {
    diagram("customer-profile/diagram?format=svg&locale=de")
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType("image/svg+xml")
        .expectHeader()
        .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
        .expectBody(String.class)
        .value(text -> assertThat(text).contains("<svg", "Beginn"));
  }

  @Test
  void what_cannot_be_drawn_is_said() {
    diagram("no-such-flow/diagram")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("flow-not-found");
    diagram("buying-process/diagram?format=png")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unknown-format");
  }
}
