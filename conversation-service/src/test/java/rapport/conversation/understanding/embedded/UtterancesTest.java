package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Situation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of utterances, each a test of its own. */
class UtterancesTest {

  private final EmbeddedInterpreter interpreter = EmbeddedInterpreter.of("en");

  @TestFactory
  Stream<DynamicTest> means_what_the_table_says() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(name(row), () -> understands(row)));
  }

  @Test
  void the_table_is_worth_its_name() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(150);
  }

  private void understands(JsonNode row) {
    var acts = interpreter.acts(situation(row).said(row.path("say").asString()));
    assertThat(Said.all(acts)).isEqualTo(strings(row.path("acts")));
  }

  private static Situation situation(JsonNode row) {
    var segment = row.path("segment").asString("B2B");
    var asked =
        row.path("asked").isArray()
            ? strings(row.path("asked"))
            : List.of(row.path("asked").asString());
    var situation =
        Situation.asked(segment.equals("none") ? "" : segment, asked.toArray(String[]::new))
            .suggesting(strings(row.path("suggested")));
    for (var entry : row.path("holding").properties()) {
      var value = entry.getValue();
      situation =
          situation.holding(entry.getKey(), value.isNumber() ? value.asInt() : value.asString());
    }
    for (var entry : row.path("choices").properties()) {
      situation = situation.offering(entry.getKey(), strings(entry.getValue()));
    }
    return situation;
  }

  private static String name(JsonNode row) {
    var say = row.path("say").asString().strip();
    return say.isEmpty() ? "(nothing)" : say;
  }

  private static List<String> strings(JsonNode list) {
    var strings = new ArrayList<String>();
    list.forEach(element -> strings.add(element.asString()));
    return strings;
  }

  private static List<JsonNode> rows() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            UtterancesTest.class.getResourceAsStream("/understanding/utterances.yaml"))) {
      var rows = new ArrayList<JsonNode>();
      new YAMLMapper().readTree(file).forEach(group -> group.forEach(rows::add));
      return rows;
    }
  }
}
