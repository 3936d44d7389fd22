package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Situation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tables of utterances, one for each language, each row a test of its own. */
class UtterancesTest {

  private static final Map<String, String> TABLES =
      Map.of(
          "en", "utterances.yaml",
          "de", "utterances.de.yaml",
          "ar", "utterances.ar.yaml",
          "es", "utterances.es.yaml");

  private final EmbeddedInterpreter interpreter =
      EmbeddedInterpreter.of(List.of("en", "de", "ar", "es"));

  @TestFactory
  Stream<DynamicTest> means_what_the_table_says() {
    return TABLES.keySet().stream()
        .flatMap(locale ->
            rows(locale).stream()
                .map(row -> DynamicTest.dynamicTest(name(row), () -> understands(locale, row))));
  }

  @Test
  void the_tables_are_worth_their_name() {
    assertThat(TABLES.keySet()).allSatisfy(l -> assertThat(rows(l)).hasSizeGreaterThan(150));
  }

  private void understands(String locale, JsonNode row) {
    var acts = interpreter.acts(situation(row).in(locale).said(row.path("say").asString()));
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
    for (var entry : row.path("unclear").properties()) {
      situation = situation.unclear(entry.getKey(), entry.getValue().asString());
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

  private static List<JsonNode> rows(String locale) {
    var table = "/understanding/" + TABLES.get(locale);
    try (InputStream file =
        Objects.requireNonNull(UtterancesTest.class.getResourceAsStream(table))) {
      var rows = new ArrayList<JsonNode>();
      new YAMLMapper().readTree(file).forEach(group -> group.forEach(rows::add));
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
