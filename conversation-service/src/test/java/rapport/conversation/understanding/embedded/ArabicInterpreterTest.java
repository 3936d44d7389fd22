package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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

class ArabicInterpreterTest {

  private static final EmbeddedInterpreter INTERPRETER =
      EmbeddedInterpreter.of(List.of("en", "ar"));

  /** The longest message the API takes. */
  private static final int LONGEST = 16_000;

  @Test
  void understands_the_same_with_vowel_signs_stretching_and_other_spellings() {
    var situation = Situation.asked("B2B", "demographics.income").in("ar");
    for (var said :
        List.of("لا أعرف", "لا اعرف", "لاَ أَعْرِفُ", "لا أعـــرف", "لا أعرف.", "\u200fلا أعرف")) {
      assertThat(Said.all(INTERPRETER.acts(situation.said(said))))
          .as(said)
          .containsExactly("dont-know");
    }
  }

  @Test
  void copes_with_any_text_and_keeps_only_what_a_field_takes() {
    var words =
        ("42|٤٢|35-44|من 35 إلى 44|120,000 ريال|ثمانون ألف|في"
                + " الأربعينيات|هي|الدخل|العمر|وعمرها|:|،|.|؟|؛|\n"
                + "|ليس|لا|نعم|تخطي|بل|غيّر الدخل إلى|45 وليس"
                + " 42|التأمين|و|ماجستير|تحب|وتكره|العقود|تعيش في|الرياض|تعمل ك|طبيبة|1.|2.|العودة"
                + " إلى|لماذا|B2B|لا أعرف|سنة ونصف|أسبوعان|أسرة من"
                + " خمسة|متزوجة|طفلان|\u0000|🙈|<b>|99999999999999999999|-|ـــ|َ|ء|ال|لل|\u200f")
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

    assertThat(Answers.check(field, value, List.of(), Wording.ARABIC))
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
    return situation.in("ar").said(String.join(random.nextInt(9) == 0 ? "" : " ", text));
  }

  @Test
  void makes_work_in_proportion_to_the_length_of_the_message() {
    var situation = Situation.asked("B2C", "demographics.age", "psychographics.lifestyle").in("ar");
    for (var wall : List.of("و", "و ", "ليس ", "نصف ", "وال", "مئة و", "١٬٠٠٠", "لل\n")) {
      assertThat(Work.growth(wall, LONGEST, text -> INTERPRETER.acts(situation.said(text))))
          .as(wall)
          .isLessThan(9);
    }
  }
}
