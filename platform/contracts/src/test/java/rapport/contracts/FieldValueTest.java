package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class FieldValueTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"SaaS\"",
        "\"\"",
        "\"line\\nbreak \\uD83D\\uDE42\"",
        "42",
        "-3",
        "0.5",
        "123456789012345678",
        "true",
        "false",
        "[\"a\",\"b\"]",
        "[]"
      })
  void is_read_and_written_as_plain_json(String json) {
    var value = JSON.readValue(json, FieldValue.class);
    assertThat(JSON.readTree(JSON.writeValueAsString(value))).isEqualTo(JSON.readTree(json));
    assertThat(JSON.readValue(JSON.writeValueAsString(value), FieldValue.class)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "[[\"a\"]]", "[null]", "{\"text\":\"a\"}"})
  void nothing_else_is_a_value(String json) {
    assertThatThrownBy(() -> JSON.readValue(json, FieldValue.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void numbers_that_are_equal_are_the_same_value() {
    assertThat(new FieldValue.Num(new BigDecimal("42.0"))).isEqualTo(FieldValue.Num.of(42));
    assertThat(new FieldValue.Num(new BigDecimal("1E+3"))).isEqualTo(FieldValue.Num.of(1000));
    assertThat(JSON.writeValueAsString(new FieldValue.Num(new BigDecimal("1E+3"))))
        .isEqualTo("1000");
  }

  @Test
  void a_number_beyond_long_keeps_every_digit() {
    var digits = "123456789012345678901234567890";
    assertThat(JSON.writeValueAsString(new FieldValue.Num(new BigDecimal(digits))))
        .isEqualTo(digits);
  }

  @Test
  void tags_are_distinct_and_in_order() {
    assertThat(new FieldValue.Tags(List.of("b", "a", "b")).tags()).containsExactly("b", "a");
  }

  @Test
  void is_displayed_in_words() {
    assertThat(FieldValue.text("SaaS").display()).isEqualTo("SaaS");
    assertThat(FieldValue.Num.of(42).display()).isEqualTo("42");
    assertThat(new FieldValue.Flag(false).display()).isEqualTo("no");
    assertThat(new FieldValue.Tags(List.of("a", "b")).display()).isEqualTo("a, b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e20001", "1e-999999999", "1e2147483647"})
  void a_number_that_would_fill_the_memory_with_zeros_is_refused(String number) {
    assertThatThrownBy(() -> FieldValue.of(new BigDecimal(number)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_as_long_as_a_message_is_kept() {
    var digits = "1" + "0".repeat(15_999);
    assertThat(FieldValue.of(new BigDecimal(digits)).display()).isEqualTo(digits);
  }
}
