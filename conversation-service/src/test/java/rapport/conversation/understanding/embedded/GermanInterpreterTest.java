package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Situation;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Wording;

class GermanInterpreterTest {

  private static final EmbeddedInterpreter INTERPRETER =
      EmbeddedInterpreter.of(List.of("en", "de"));

  /** The longest message the API takes. */
  private static final int LONGEST = 16_000;

  @Test
  void understands_a_message_in_the_language_of_the_conversation() {
    var situation = Situation.asked("B2B", "demographics.income");

    assertThat(Said.all(INTERPRETER.acts(situation.in("de").said("120.000 €"))))
        .containsExactly("fill demographics.income = 120000 EUR");
    assertThat(Said.all(INTERPRETER.acts(situation.in("en").said("€120,000"))))
        .containsExactly("fill demographics.income = 120000 EUR");
    assertThat(Said.all(INTERPRETER.acts(situation.in("de").said("überspringen"))))
        .containsExactly("skip");
  }

  @Test
  void takes_the_first_language_for_one_it_does_not_know() {
    var languages = Languages.read(List.of("en", "de"));

    assertThat(languages.of("de-CH").tag()).isEqualTo("de");
    assertThat(languages.of("fr").tag()).isEqualTo("en");
    assertThat(languages.of("?").tag()).isEqualTo("en");
  }

  @Test
  void does_not_begin_with_a_language_that_lacks_phrases() {
    assertThatThrownBy(() -> Languages.read(List.of("de", "half")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("understanding/half.yaml lacks the phrases")
        .hasMessageContaining("answer_openers");
  }

  @Test
  void copes_with_any_text_and_keeps_only_what_a_field_takes() {
    var words =
        ("42|35-44|120.000 €|80 Tsd. Euro|Mitte 40|Sie|Einkommen|Alter|ist|:|,|.|?|;|\n|nicht|nein"
                + "|ja|überspringen|eigentlich|ändere das Einkommen auf|45, nicht 42|Logistik|und"
                + "|SaaS-Firma|MBA|mag|hasst|Kaltakquise|wohnt in|Berlin|arbeitet als|Ärztin|1.|2."
                + "|zurück zum|warum|B2B|weiß nicht|ein halbes Jahr|anderthalb|vierköpfige Familie"
                + "|3 Mio.|verheiratet|zwei|Kinder|\u0000|🙈|<b>|99999999999999999999|-|ß|e\u0301")
            .split("\\|", -1);
    for (var seed = 0; seed < 400; seed++) {
      var utterance = random(new Random(seed), words);
      var acts = INTERPRETER.acts(utterance);

      assertThat(acts).as(utterance.text()).isNotEmpty();
      acts.forEach(act -> {
        if (act instanceof Act.Fill fill) {
          takes(utterance, fill.path(), fill.value());
        }
        if (act instanceof Act.Correct correct) {
          takes(utterance, correct.path(), correct.value());
        }
      });
    }
  }

  private static void takes(Utterance utterance, String path, FieldValue value) {
    var field =
        utterance.fields().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();

    assertThat(Answers.check(field, value, List.of(), Wording.GERMAN))
        .as("%s of %s", value, utterance.text())
        .isEqualTo(new Answer.Accepted(value));
  }

  private static Utterance random(Random random, String[] words) {
    var text = new ArrayList<String>();
    for (var length = random.nextInt(14); length >= 0; length--) {
      text.add(words[random.nextInt(words.length)]);
    }
    var situation =
        random.nextBoolean()
            ? Situation.asked("B2B", "demographics.age", "demographics.income")
            : Situation.asked("B2C", "psychographics.hobbies");
    return situation.in("de").said(String.join(random.nextInt(9) == 0 ? "" : " ", text));
  }

  @Test
  void makes_work_in_proportion_to_the_length_of_the_message() {
    var situation = Situation.asked("B2C", "demographics.age", "psychographics.lifestyle").in("de");
    for (var wall :
        List.of("bitte ", "und ", "nicht ", "ein halbes ", "Mitte ", "hundert", "1.000", "x\n")) {
      assertThat(Work.growth(wall, LONGEST, text -> INTERPRETER.acts(situation.said(text))))
          .as(wall)
          .isLessThan(9);
    }
  }
}
