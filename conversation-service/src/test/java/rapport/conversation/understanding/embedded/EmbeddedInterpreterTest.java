package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.InterpreterContract;
import rapport.conversation.understanding.Situation;

class EmbeddedInterpreterTest implements InterpreterContract {

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");

  /** The longest message the API takes. */
  private static final int LONGEST = 16_000;

  @Override
  public Interpreter interpreter() {
    return INTERPRETER;
  }

  @Test
  void is_surest_of_an_option_and_least_sure_of_left_over_words() {
    var option = confidence("b2b_b2c", "B2B");
    var typedAndNamed = confidence("demographics.age", "her age is 42");
    var typed = confidence("demographics.age", "maybe 42");
    var words = confidence("demographics.industry", "food wholesale");
    var vague = confidence("demographics.income", "comfortable");

    assertThat(List.of(vague, words, typed, typedAndNamed, option))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(option).isEqualTo(1.0);
  }

  private static double confidence(String path, String text) {
    var segment = path.equals("b2b_b2c") ? "" : "B2B";
    return switch (INTERPRETER.acts(Situation.asked(segment, path).said(text)).getFirst()) {
      case Act.Fill fill -> fill.confidence();
      case Act other -> throw new AssertionError(other);
    };
  }

  @Test
  void quotes_the_words_it_understood_the_value_from() {
    var acts =
        INTERPRETER.acts(
            Situation.asked("B2B", "demographics.age").said("She's 42, makes about $120k"));

    assertThat(acts)
        .containsExactly(
            new Act.Fill("demographics.age", FieldValue.Num.of(42), "42", 0.95),
            new Act.Fill("demographics.income", FieldValue.text("120000 USD"), "$120k", 0.97));
  }

  @Test
  void refuses_an_answer_that_is_too_long_rather_than_cutting_it() {
    var acts =
        INTERPRETER.acts(
            Situation.asked("B2C", "psychographics.lifestyle").said("cooks a lot ".repeat(400)));

    assertThat(acts).hasSize(1).first().isInstanceOf(Act.Misfit.class);
    assertThat(((Act.Misfit) acts.getFirst()).code()).isEqualTo("too-long");
  }

  @Test
  void does_not_know_a_language_there_is_no_file_for() {
    assertThatThrownBy(() -> EmbeddedInterpreter.of("tlh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tlh");
  }

  @Test
  void makes_work_in_proportion_to_the_length_of_the_message() {
    var walls =
        List.of(
            "a",
            "a ",
            "5 ",
            "5-",
            "(((",
            "@a",
            "a@a ",
            "at dot ",
            "a year ",
            "not ",
            "no, ",
            "42, not ",
            "income 5 age ",
            "she likes a and hates b, ",
            "the the ",
            "two hundred and ",
            "1. a\n2. b\n",
            "$",
            "actually ",
            "lives in ",
            "?",
            "mid ",
            "x\n",
            "\u0301",
            "she's 42. ");
    var situation = Situation.asked("B2C", "demographics.age", "psychographics.hobbies");
    for (var wall : walls) {
      assertThat(Work.growth(wall, LONGEST, text -> INTERPRETER.acts(situation.said(text))))
          .as(wall)
          .isLessThan(9);
    }
  }
}
