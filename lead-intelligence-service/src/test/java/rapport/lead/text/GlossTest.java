package rapport.lead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wir suchen eine Tierarztpraxis | we look for a vet practice",
        "Wir brauchen neue Fenster für 12 Häuser. | we need new window for 12 houses.",
        "fuer unsere Kueche | for our kitchen",
        "necesitamos traducción de contratos | we need translation of contract",
        "Unser Lager is too small, wir need another Halle | our warehouse is too small, we need another hall",
      })
  void says_in_english_words_what_is_spoken_of(String text, String english) {
    assertThat(Gloss.of(text)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we need a personal plan for the hotel bar, man",
        "what do you charge for a patent from Berlin?",
        "was the labor cost in it, and the solar part?",
        "nous cherchons un notaire",
        "ok",
      })
  void leaves_other_languages_alone(String text) {
    assertThat(Gloss.of(text)).isEqualTo(text);
  }

  @Test
  void one_word_is_told_by_the_others_beside_it() {
    assertThat(Gloss.of("Umzug")).isEqualTo("Umzug");
    assertThat(Gloss.forTextsLike("wir planen einen Umzug").apply("Umzug")).isEqualTo("move");
  }
}
