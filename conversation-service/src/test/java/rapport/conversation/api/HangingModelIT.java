package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import rapport.conversation.model.FakeModel;

/** The service with a language model that takes questions and never answers. */
class HangingModelIT extends ConversationServiceSetting {

  private static final FakeModel MODEL = new FakeModel().will(FakeModel.hanging());

  @DynamicPropertySource
  static void model(DynamicPropertyRegistry registry) {
    registry.add("RAPPORT_LLM_BASE_URL", MODEL::baseUrl);
    registry.add("RAPPORT_LLM_MODEL", () -> "fake");
    registry.add("RAPPORT_LLM_TIME_LIMIT", () -> "200ms");
  }

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  @Autowired MeterRegistry meters;

  @Test
  void turns_are_answered_and_nothing_is_lost() {
    var id =
        post("/api/v1/conversations", Map.of("flow", "buying-process"), 201).get("id").asString();
    say(id, "m1", "Head of IT operations and services");
    var turn = say(id, "m2", "Too many tools, all of them old, and nobody who understands them");

    assertThat(MODEL.requests()).isNotEmpty();
    assertThat(turn.at("/replies/0/text").asString()).isNotBlank();
    var conversation = conversation(id);
    assertThat(conversation.at("/values/persona_name").asString())
        .isEqualTo("Head of IT operations and services");
    assertThat(conversation.at("/values/persona_pain_points").asString())
        .isEqualTo("Too many tools, all of them old, and nobody who understands them");
    assertThat(meters.get("rapport.llm.calls").tag("outcome", "timed-out").timer().count())
        .isPositive();
  }
}
