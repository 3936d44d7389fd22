package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Situation;

/** The wish to go on in another language, in whatever language it is said. */
class LanguageWishesTest {

  private static final Situation ASKED = Situation.asked("B2B", "prototype_name");

  private static final EmbeddedInterpreter INTERPRETER =
      EmbeddedInterpreter.of(List.of("en", "de"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          can we speak German?; de
          Can we please switch to German; de
          could we do this in Spanish instead?; es
          let's continue in english; en
          I'd prefer German; de
          German please; de
          do you speak Arabic?; ar
          in Deutsch please; de
          sorry, could you answer in German please; de
          auf Deutsch bitte; de
          bitte auf Deutsch; de
          Können wir Deutsch sprechen?; de
          können wir bitte auf englisch weitermachen; en
          lieber auf Englisch; en
          Sprechen Sie Spanisch?; es
          lass uns auf Deutsch weitermachen; de
          ich würde gerne auf Deutsch antworten; de
          geht das auch auf Arabisch?; ar
          sprichst du français; fr
          """)
  void is_heard_in_any_conversation(String said, String language) {
    for (var locale : List.of("en", "de")) {
      assertThat(Said.all(INTERPRETER.acts(ASKED.in(locale).said(said))))
          .as(locale)
          .containsExactly("speak " + language);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "German Gomez",
        "she speaks German",
        "they read German newspapers",
        "Deutsche Bank",
        "English Heritage",
        "her English is good"
      })
  void is_not_heard_in_a_name_or_a_remark(String said) {
    assertThat(INTERPRETER.acts(ASKED.said(said))).noneMatch(Act.SwitchLanguage.class::isInstance);
  }

  @Test
  void does_not_swallow_the_answer_beside_it() {
    var acts = INTERPRETER.acts(ASKED.said("Her name is Nora Weber. Can we speak German?"));
    assertThat(acts)
        .startsWith(new Act.SwitchLanguage("de"))
        .anySatisfy(act ->
            assertThat(act)
                .isInstanceOfSatisfying(
                    Act.Fill.class,
                    fill -> assertThat(fill.value()).isEqualTo(FieldValue.text("Nora Weber"))));
  }

  @Test
  void leaves_what_is_said_in_the_language_that_is_not_spoken_yet() {
    var acts = INTERPRETER.acts(ASKED.said("Auf Deutsch bitte. Sie heißt Nora Weber."));
    assertThat(acts).containsExactly(new Act.SwitchLanguage("de"));
  }
}
