package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WordPieceTest {

  private static final int LIMIT = 128;
  private static final int START = 101;
  private static final int END = 102;
  private static final Map<String, Integer> VOCABULARY = vocabulary();
  private static final WordPiece TOKENIZER = new WordPiece(VOCABULARY, LIMIT);

  /** Each line a text as JSON, a tab, and what Hugging Face's own tokenizer makes of it. */
  static Stream<Arguments> golden() throws IOException {
    try (var file = WordPieceTest.class.getResourceAsStream("/word-pieces.tsv")) {
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines
          .map(line -> line.split("\t", -1))
          .map(line -> Arguments.of(JsonMapper.shared().readValue(line[0], String.class), line[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void gives_the_numbers_the_model_was_trained_with(String text, String numbers) {
    assertThat(written(TOKENIZER.numbers(text))).isEqualTo(numbers);
  }

  @Test
  void takes_the_marks_of_the_model_for_text_when_somebody_types_them() {
    assertThat(TOKENIZER.numbers("[SEP] [CLS]"))
        .startsWith(START)
        .endsWith(END)
        .hasSizeGreaterThan(4);
    assertThat(Arrays.stream(TOKENIZER.numbers("[SEP] [CLS]")).filter(one -> one == END))
        .hasSize(1);
  }

  @Test
  void never_fails_and_keeps_within_its_limit_whatever_the_text() {
    var random = new Random(4);
    for (int i = 0; i < 3_000; i++) {
      var numbers = TOKENIZER.numbers(noise(random));
      assertThat(numbers).startsWith(START).endsWith(END).hasSizeBetween(2, LIMIT);
      assertThat(Arrays.stream(numbers).allMatch(one -> 0 <= one && one < VOCABULARY.size()))
          .isTrue();
    }
  }

  @Test
  void reads_the_same_in_capitals() {
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      var text =
          IntStream.generate(() -> "abcdefgh -.,?é".charAt(random.nextInt(14)))
              .limit(60)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      assertThat(TOKENIZER.numbers(text.toUpperCase(Locale.ROOT)))
          .isEqualTo(TOKENIZER.numbers(text));
    }
  }

  @Test
  void cuts_a_text_of_any_length() {
    assertThat(TOKENIZER.numbers("word ".repeat(100_000))).hasSize(LIMIT).endsWith(END);
    assertThat(TOKENIZER.numbers(" ".repeat(1_000_000))).containsExactly(START, END);
    assertThat(TOKENIZER.numbers("\u0301".repeat(1_000_000))).containsExactly(START, END);
    assertThat(TOKENIZER.numbers("x".repeat(1_000_000))).hasSize(3);
  }

  @Test
  void cuts_in_the_middle_of_a_word() {
    var tokenizer = new WordPiece(VOCABULARY, 4);
    assertThat(written(tokenizer.numbers("crème brûlée"))).isEqualTo("101 13675 21382 102");
  }

  @Test
  void refuses_a_vocabulary_without_the_marks() {
    assertThatThrownBy(() -> new WordPiece(Map.of("[CLS]", 1), LIMIT))
        .hasMessageContaining("[SEP]");
    assertThatThrownBy(() -> new WordPiece(VOCABULARY, 2)).hasMessageContaining("no room");
  }

  /** Any chars at all, broken surrogates among them, mostly from a few alphabets. */
  private static String noise(Random random) {
    var text = new StringBuilder();
    var length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      var block = random.nextInt(4) == 0 ? random.nextInt(512) : random.nextInt(8);
      text.append((char) (block * 128 + random.nextInt(128)));
    }
    return text.toString();
  }

  private static String written(long[] numbers) {
    return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  private static Map<String, Integer> vocabulary() {
    try {
      return ModelFiles.vocabulary();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
