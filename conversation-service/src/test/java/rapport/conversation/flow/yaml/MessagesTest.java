package rapport.conversation.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.FieldValue;

class MessagesTest {

  private final Messages english = FlowCatalog.fromClasspath().messages("en");

  static List<String> keys() {
    var keys = new ArrayList<>(MessageKeys.ARGUMENTS.keySet());
    keys.addAll(List.of("fallback.name", "fallback.company"));
    return keys;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void every_message_comes_out_whole(String key) {
    for (long variant = 0; variant < 4; variant++) {
      for (long number : new long[] {0, 1, 2, 3, 4000}) {
        var said = english.format(key, arguments(key, number), variant);
        assertThat(said).isNotBlank().doesNotContain("{", "}", "|", "  ").isEqualTo(said.strip());
      }
    }
  }

  private static Map<String, Object> arguments(String key, long number) {
    var arguments = new HashMap<String, Object>();
    MessageKeys.ARGUMENTS
        .getOrDefault(key, Set.of())
        .forEach(name ->
            arguments.put(
                name,
                switch (name) {
                  case "count", "done", "total", "min", "max" -> number;
                  case "items", "fields", "options" -> List.of("age 42", "income $120,000");
                  default -> "What's said";
                }));
    return arguments;
  }

  @Test
  void counts_are_written_as_a_person_would() {
    assertThat(english.format("ack.skipped", Map.of("count", 1), 0))
        .isEqualTo("Skipped. We can come back to it later.");
    assertThat(english.format("ack.skipped", Map.of("count", 3), 0))
        .isEqualTo("Skipped all three. We can come back to them later.");
    assertThat(english.format("ack.skipped", Map.of("count", 2), 0))
        .isEqualTo("Skipped both. We can come back to them later.");
    assertThat(english.format("ack.parked", Map.of("count", 1), 0))
        .startsWith("One answer doesn't");
    assertThat(english.format("ack.parked", Map.of("count", 12), 0))
        .startsWith("12 answers don't apply any more. I've put them aside");
    assertThat(english.format("question.batch", Map.of("count", 3), 0)).startsWith("Three");
    assertThat(english.format("digression.progress", Map.of("done", 0, "total", 46), 0))
        .startsWith("We're at the start, out of 46 questions.");
    assertThat(english.format("reject.too-long", Map.of("max", 4000), 0)).contains("4,000");
  }

  @Test
  void the_same_variant_says_the_same_and_the_next_one_something_else() {
    var args = Map.of("items", "age 42");
    var said =
        LongStream.range(-6, 6).mapToObj(at -> english.format("ack.captured", args, at)).toList();
    var few = Set.copyOf(said).size();
    assertThat(few).isGreaterThan(1);
    assertThat(said.subList(0, few)).doesNotHaveDuplicates().isEqualTo(said.subList(few, 2 * few));
  }

  @Test
  void lists_numbers_and_field_values_follow_the_language() {
    assertThat(english.list(List.of("one"))).isEqualTo("one");
    assertThat(english.list(List.of("one", "two"))).isEqualTo("one and two");
    assertThat(english.list(List.of("one", "two", 3000))).isEqualTo("one, two, and 3,000");
    assertThat(written(List.of("age", "income"))).isEqualTo("age and income");
    assertThat(written(FieldValue.of(List.of("fast", "cheap")))).isEqualTo("fast and cheap");
    assertThat(written(FieldValue.Num.of(12_000))).isEqualTo("12,000");
    assertThat(written(FieldValue.text("35-44"))).isEqualTo("35-44");
    assertThat(written(new FieldValue.Flag(true))).isEqualTo("yes");
  }

  private String written(Object value) {
    return english.fill("{value}", Map.of("value", value));
  }

  @Test
  void what_people_say_is_never_read_as_a_pattern() {
    assertThat(written("{name} isn't '{here}' | # <b>")).isEqualTo("{name} isn't '{here}' | # <b>");
  }

  @Test
  void a_missing_argument_or_message_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> english.format("ack.cleared", Map.of(), 0))
        .withMessageContaining("no {field}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> english.format("ack.nonsense", Map.of(), 0))
        .withMessage("no message ack.nonsense in en");
    assertThat(english.has("ack.nonsense")).isFalse();
    assertThat(english.has("ack.cleared")).isTrue();
  }
}
