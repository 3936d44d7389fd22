package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.runtime.identity.Role;

class StoryIT extends ConversationServiceSetting {

  private ResponseSpec story(String id) {
    return client.get().uri("/api/v1/conversations/" + id + "/story").exchange();
  }

  @Test
  void a_conversation_is_told_as_a_story() {
    var id = start(Map.of("onboarding_company_name", "Acme Corp"));
    var begin = conversation(id).at("/messages/0/buttons/0");
    tap(id, "m1", begin.get("action"));
    say(id, "m2", "Economic Buyer");
    edit(id, "e1", "job_title", "CFO", conversation(id).get("rev").asLong());
    post("/api/v1/conversations/" + id + "/undo", Map.of("messageId", "m2"), 200);
    var told =
        story(id)
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/yaml;charset=UTF-8")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(told)
        .contains("flow: customer-profile", "onboarding_company_name: Acme Corp")
        .containsSubsequence(
            "answer: ready", "user: Economic Buyer", "job_title: CFO", "undo: 2", "type: null");
  }

  @Test
  void whoever_may_not_lead_a_conversation_is_not_told_it() {
    var id = start();
    client = as(Role.VIEWER, workspace);
    story(id).expectStatus().isForbidden();
    client = as(Role.MARKETER, "somebody-elses");
    story(id).expectStatus().isNotFound();
  }
}
