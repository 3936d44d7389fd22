package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallTest {

  private static final BgeSmall MODEL = BgeSmall.load();

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is your budget | how much money can you spend | how old are your children",
        "He is the head of marketing. | She works as marketing director. | We are 40 people.",
        "my card has not arrived | I am still waiting for the card | what is the exchange rate",
      })
  void puts_what_means_alike_closer_together(String text, String alike, String other) {
    var vector = MODEL.embed(text);
    assertThat(Vectors.cosine(vector, MODEL.embed(alike)))
        .isGreaterThan(Vectors.cosine(vector, MODEL.embed(other)) + 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ok", "\uD800", "東京", "🙂🙂🙂"})
  void has_a_vector_of_length_one_for_every_text(String text) {
    var vector = MODEL.embed(text);
    assertThat(vector).hasSize(BgeSmall.DIMENSION);
    assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @Test
  void reads_the_beginning_of_a_long_text() {
    var beginning = "budget ".repeat(126);
    assertThat(MODEL.embed(beginning + "and this is not read"))
        .containsExactly(MODEL.embed(beginning));
  }

  @Test
  void gives_each_of_many_threads_the_vector_of_its_own_text() {
    var texts = IntStream.range(0, 12).mapToObj(i -> "we are " + i + " people").toList();
    var alone = texts.stream().map(MODEL::embed).toList();
    var together = texts.parallelStream().map(MODEL::embed).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).containsExactly(alone.get(i));
    }
  }

  @Test
  void can_be_closed_twice_and_says_so_when_asked_afterwards() {
    var model = BgeSmall.load();
    model.close();
    model.close();
    assertThatThrownBy(() -> model.embed("hello"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(List.of(MODEL.embed("another one goes on"))).hasSize(1);
  }
}
