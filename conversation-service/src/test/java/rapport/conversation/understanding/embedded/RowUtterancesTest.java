package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Stages;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of what people say about the stages of a buying process, each a test of its own. */
class RowUtterancesTest {

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");

  @TestFactory
  Stream<DynamicTest> means_what_the_table_says() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(name(row), () -> understands(row)));
  }

  private void understands(JsonNode row) {
    var acts = INTERPRETER.acts(situation(row).said(row.path("say").asString()));
    assertThat(Said.all(acts))
        .isEqualTo(strings(row.path("acts")).stream().map(Stages::path).toList());
  }

  private static Stages situation(JsonNode row) {
    var titles =
        row.path("stages").isArray()
            ? strings(row.path("stages"))
            : List.of("Awareness", "Consideration", "Decision");
    List<String> asked =
        row.path("asked").isArray()
            ? strings(row.path("asked"))
            : row.path("asked").isString()
                ? List.of(row.path("asked").asString())
                : List.<String>of();
    var situation = Stages.called(titles.toArray(String[]::new)).asking(asked);
    for (var entry : row.path("holding").properties()) {
      var value = entry.getValue();
      situation =
          situation.holding(entry.getKey(), value.isNumber() ? value.asInt() : value.asString());
    }
    return situation;
  }

  private static String name(JsonNode row) {
    return row.path("say").asString().strip();
  }

  private static List<String> strings(JsonNode list) {
    var strings = new ArrayList<String>();
    list.forEach(element -> strings.add(element.asString()));
    return strings;
  }

  private static List<JsonNode> rows() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            RowUtterancesTest.class.getResourceAsStream("/understanding/row-utterances.yaml"))) {
      var rows = new ArrayList<JsonNode>();
      new YAMLMapper().readTree(file).forEach(group -> group.forEach(rows::add));
      return rows;
    }
  }
}
