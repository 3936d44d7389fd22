package rapport.conversation.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Situation;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;

class OwnTest {

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");

  @Test
  void a_field_that_the_words_name_stands_whatever_a_model_says() {
    var act = understood("demographics.age", "the industry is logistics");

    assertThat(Own.path(act)).isEqualTo("demographics.industry");
    assertThat(Own.sure(act)).isTrue();
  }

  @Test
  void words_that_only_follow_the_question_may_be_understood_better() {
    assertThat(Own.sure(understood("demographics.industry", "food wholesale"))).isFalse();
  }

  private static Act understood(String asked, String text) {
    return INTERPRETER.acts(Situation.asked("B2B", asked).said(text)).getFirst();
  }
}
