package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordGramsTest {

  private final WordGrams grams =
      new WordGrams(List.of("where is my card", "where is my money", "I want a loan"));

  @Test
  void are_one_for_the_same_words_and_zero_for_none_in_common() {
    assertThat(grams.likeness("Where is my CARD?")[0]).isCloseTo(1, within(1e-9));
    assertThat(grams.likeness("xyz")).containsExactly(0, 0, 0);
    assertThat(grams.likeness("")).containsExactly(0, 0, 0);
  }

  @Test
  void count_a_rare_word_more() {
    var likeness = grams.likeness("where is my credit card");
    assertThat(likeness[0]).isGreaterThan(likeness[1]);
    assertThat(likeness[1]).isGreaterThan(likeness[2]);
  }

  @Test
  void find_a_word_again_that_is_written_otherwise() {
    assertThat(grams.likeness("moneys")[1]).isGreaterThan(.1);
    assertThat(grams.likeness("moneys")[0]).isZero();
  }
}
