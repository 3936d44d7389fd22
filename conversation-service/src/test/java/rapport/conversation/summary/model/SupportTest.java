package rapport.conversation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {

  private static final String DRAFT =
      "Maria Sanchez is 42 and runs purchasing at Acme, a company of 50-200 people in Leeds. "
          + "She spends about $120,000 a year, and reads The Economist.";

  private final Support support =
      new Support(
          DRAFT,
          List.of("maria@acme.example", "two kids"),
          Locale.ENGLISH,
          Openers.read().of(Locale.ENGLISH).orElseThrow());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At Acme, a company of 50 to 200 people in Leeds, purchasing is run by Maria Sanchez. At"
            + " 42, she spends about $120,000 a year.",
        "Maria Sanchez\u2019s purchasing budget is 120000 a year. Purchasing is hers at Acme in"
            + " Leeds, and The Economist is what she reads.",
        "With two kids and no one to help, Maria runs purchasing at Acme; write to"
            + " maria@acme.example."
      })
  void other_words_for_the_same_are_supported(String text) {
    assertThat(support.carries(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria Sanchez is 43 and runs purchasing at Acme, a company of 50-200 people in Leeds.",
        "Maria Sanchez is 42 and runs purchasing at Acme, a company of three hundred people in"
            + " Leeds.",
        "Maria Sanchez is 42 and runs purchasing at Initech, a company of 50-200 people in Leeds.",
        "Maria Sanchez is 42 and runs purchasing at Acme. Globex is her best supplier by far, they"
            + " say.",
        "Maria Sanchez is 42 and runs purchasing at Acme in Leeds; write to her at"
            + " maria@evil.example.",
        "Maria Sanchez is 42 and runs purchasing at Acme in Leeds. More on"
            + " https://evil.example/acme now.",
        "**Maria Sanchez** is 42 and runs purchasing at Acme, a company of 50-200 people in Leeds.",
        "# Maria Sanchez\nMaria Sanchez is 42 and runs purchasing at Acme, a company in Leeds.",
        "Maria is 42.",
        ""
      })
  void what_nobody_said_is_not(String text) {
    assertThat(support.carries(text)).isFalse();
  }

  @Test
  void nothing_much_longer_than_the_draft_is_supported() {
    assertThat(support.carries((DRAFT + "\n\n").repeat(3))).isFalse();
  }

  @Test
  void a_sentence_is_judged_when_it_is_finished() {
    assertThat(support.carriesSoFar("")).isTrue();
    assertThat(support.carriesSoFar("Maria is 4")).isTrue();
    assertThat(support.carriesSoFar("Maria is 42. She works for Glo")).isTrue();
    assertThat(support.carriesSoFar("Maria is 43. She")).isFalse();
  }
}
