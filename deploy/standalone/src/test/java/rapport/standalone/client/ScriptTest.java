package rapport.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

  private static final Script SCRIPT =
      new Script(
          "small",
          "records",
          Map.of(),
          Map.of("name", List.of("Ada"), "next", List.of("again", "done"), "*", List.of("skip")));

  @Test
  void answers_what_is_asked_and_everything_else_alike() {
    assertThat(SCRIPT.answer("name", 0)).isEqualTo("Ada");
    assertThat(SCRIPT.answer("age", 0)).isEqualTo("skip");
  }

  @Test
  void what_is_asked_again_gets_the_next_answer_and_the_last_one_ever_after() {
    assertThat(SCRIPT.answer("next", 0)).isEqualTo("again");
    assertThat(SCRIPT.answer("next", 1)).isEqualTo("done");
    assertThat(SCRIPT.answer("next", 9)).isEqualTo("done");
  }

  @Test
  void an_answer_to_everything_else_is_needed() {
    assertThatThrownBy(() -> new Script("small", "records", Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"buying-process, buying-processes", "customer-profile, profiles"})
  void there_is_one_for_each_interview(String flow, String records) {
    var script = Script.of(flow);
    assertThat(script.flow()).isEqualTo(flow);
    assertThat(script.records()).isEqualTo(records);
  }

  @Test
  void what_a_conversation_begins_with_is_no_answer() {
    var script = Script.of("customer-profile");
    assertThat(script.context()).containsKey("onboarding_company_name");
    assertThat(script.answers().keySet()).noneMatch(path -> path.startsWith("context."));
  }

  @Test
  void a_flow_without_a_script_is_refused() {
    assertThatThrownBy(() -> Script.of("horoscope"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no script horoscope");
  }
}
