package rapport.integrations.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String SMILE = "\uD83D\uDE00";

  @Test
  void what_is_short_stays_as_it_is() {
    assertThat(Excerpt.of("Hello " + SMILE)).isEqualTo("Hello " + SMILE);
  }

  @Test
  void what_is_long_is_cut() {
    assertThat(Excerpt.of("a".repeat(Excerpt.LONGEST + 1))).hasSize(Excerpt.LONGEST);
  }

  @Test
  void no_character_is_cut_in_two() {
    var before = "a".repeat(Excerpt.LONGEST - 1);
    assertThat(Excerpt.of(before + SMILE)).isEqualTo(before);
  }
}
