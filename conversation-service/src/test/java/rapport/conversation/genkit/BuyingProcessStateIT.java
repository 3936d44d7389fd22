package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class BuyingProcessStateIT extends RunningService {

  private static final String FLOW = "/genkit/flows/buying-process";

  @Test
  void in_the_beginning_every_text_is_there_and_empty() {
    var result = run(FLOW, Map.of());
    var state = result.path("state");
    assertThat(state.propertyNames())
        .containsExactly(
            "persona_id",
            "persona_name",
            "persona_pain_points",
            "buying_stages",
            "status",
            "last_updated_at");
    assertThat(state.path("persona_id")).isEqualTo(result.path("sessionId"));
    assertThat(state.path("persona_name").asString("missing")).isEmpty();
    assertThat(state.path("buying_stages").isArray()).isTrue();
    assertThat(state.path("status").asString()).isEqualTo("in_progress");
    var updated = state.path("last_updated_at").asString();
    assertThat(updated).endsWith("Z");
    assertThat(Instant.parse(updated)).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void a_stage_has_all_its_texts_from_the_start_and_keeps_its_id() {
    var session = run(FLOW, Map.of("message", "Enterprise IT Manager")).path("sessionId");
    say(session, "Too many tools that do not talk to each other");
    var stages = say(session, "standard").at("/state/buying_stages");
    assertThat(stages)
        .extracting(stage -> stage.path("stage_name").asString())
        .containsExactly("Awareness", "Consideration", "Decision");
    assertThat(stages)
        .extracting(stage -> stage.path("stage_id").asString())
        .containsExactly("s1", "s2", "s3");
    assertThat(stages)
        .allSatisfy(stage -> {
          assertThat(stage.propertyNames())
              .containsExactly(
                  "stage_id",
                  "stage_name",
                  "buyer_actions",
                  "duration",
                  "key_influencers",
                  "seller_actions",
                  "content_type",
                  "key_message");
          assertThat(stage.valueStream()).allMatch(JsonNode::isString);
        });
  }

  @Test
  void the_state_says_what_the_conversation_says() {
    var session = run(FLOW, Map.of("message", "Enterprise IT Manager")).path("sessionId");
    var state = say(session, "Too many tools that do not talk to each other").path("state");
    var values = conversation(session.asString()).path("values");
    assertThat(state.path("persona_name")).isEqualTo(values.path("persona_name"));
    assertThat(state.path("persona_pain_points")).isEqualTo(values.path("persona_pain_points"));
    assertThat(state.path("persona_name").asString()).isEqualTo("Enterprise IT Manager");
  }

  private JsonNode say(JsonNode session, String text) {
    return run(FLOW, Map.of("sessionId", session.asString(), "message", text));
  }
}
