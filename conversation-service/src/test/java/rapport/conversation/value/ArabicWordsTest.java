package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicWordsTest {

  private static final Wording KNOWING =
      Wording.ARABIC.knowing(Set.of("عمر", "شركه", "مدير", "لدي", "تكره", "اسعار", "ان", "مستشار"));

  private static List<String> words(String text) {
    return words(Tokens.of(text, KNOWING));
  }

  private static List<String> words(Tokens tokens) {
    var words = new ArrayList<String>();
    for (var at = 0; at < tokens.size(); at++) {
      words.add(tokens.get(at).lower());
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource({
    "مُديرٌ, مدير",
    "مـــديـر, مدير",
    "أسعار, اسعار",
    "إدارة, اداره",
    "آلة, اله",
    "على, علي",
    "مسؤول, مسوول",
    "رئيس, رييس",
    "شيء, شي",
    "العمر, عمر",
    "الآن, الان",
    "ألف, الف",
    "ﻣﺪﻳﺮ, مدير",
    "کریم, كريم",
    "Excel, Excel",
    "٤٢, 42"
  })
  void compares_words_without_regard_to_how_they_are_written(String written, String plain) {
    assertThat(ArabicLetters.plain(written)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "والعمر, و عمر",
    "وَالعمر, و عمر",
    "عمرها, عمر",
    "وعمرها, و عمر",
    "شركتهم, شركه",
    "للشركة, ل شركه",
    "بالشركة, ب شركه",
    "كمدير, ك مدير",
    "وللمدير, و ل مدير",
    "وتكره, و تكره",
    "ولديها, و لدي",
    "وأسبوعان, و اثنان اسبوع",
    "شركتان, اثنان شركه",
    "و44, و 44"
  })
  void cuts_off_what_is_written_together(String word, String parts) {
    assertThat(words(word)).isEqualTo(List.of(parts.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({"وليد", "وزارة", "كريم", "فاطمة", "لينا", "بدر", "واحد", "والدها", "كان", "بسام"})
  void leaves_a_word_whole_that_only_begins_like_that(String word) {
    assertThat(words(word)).hasSize(1);
  }

  @Test
  void keeps_every_letter_of_what_was_written() {
    var text = "والمديرُ لشركتهم، وعمرها ٤٥ وأسبوعان";
    var tokens = Tokens.of(text, KNOWING);
    for (var at = 1; at < tokens.size(); at++) {
      var between = text.substring(tokens.get(at - 1).end(), tokens.get(at).start());
      assertThat(between).isBlank();
    }
    assertThat(tokens.slice(0, tokens.size())).isEqualTo(text);
    assertThat(tokens.slice(1, 2)).isEqualTo("المديرُ");
  }

  @Test
  void reads_arabic_signs_as_those_of_other_languages() {
    assertThat(words("نعم، لا؛ كم؟ ٪")).containsExactly("نعم", ",", "لا", ";", "كم", "?", "%");
  }

  @Test
  void leaves_other_languages_alone() {
    assertThat(words(Tokens.of("Ünïcode … → “quoted” ½ 👍")))
        .containsExactly("ünïcode", "…", "→", "“", "quoted", "”", "½", "👍");
  }
}
