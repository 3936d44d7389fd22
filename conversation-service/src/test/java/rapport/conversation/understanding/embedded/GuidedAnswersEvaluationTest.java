package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.Situation;
import rapport.conversation.understanding.Stages;
import rapport.conversation.understanding.Utterance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how well guided answers are understood, in the way they are scored: typed values must be
 * equal, words need a token F1 of .6 against the expected ones, and everything else that is written
 * counts against precision. The figures are a baseline, not a promise; that nothing is written when
 * there is no answer is one.
 */
class GuidedAnswersEvaluationTest {

  private static final String BUYING_PROCESS = "buying-process";
  private static final List<String> FLOWS = List.of("customer-profile", BUYING_PROCESS);

  private final EmbeddedInterpreter interpreter = EmbeddedInterpreter.of("en");
  private int expected;
  private int written;
  private int right;
  private int wrongValue;
  private int exactTurns;

  @Test
  void writes_nothing_when_there_is_no_answer() throws IOException {
    var rows = rows();
    for (var row : rows) {
      evaluate(row);
    }
    var precision = (double) right / written;
    var recall = (double) right / expected;
    System.out.printf(
        Locale.ROOT,
        "guided answers: %d turns, %d exact; P %.3f R %.3f F1 %.3f; wrong values %.3f%n",
        rows.size(),
        exactTurns,
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        (double) wrongValue / written);
  }

  private void evaluate(JsonNode row) {
    var asked = new ArrayList<String>();
    row.path("asked").forEach(path -> asked.add(path.asString()));
    var given = new HashMap<String, String>();
    for (var act : interpreter.acts(said(row, asked))) {
      switch (act) {
        case Act.Fill fill -> given.put(sampled(fill.path()), fill.value().display());
        case Act.Correct correct -> given.put(sampled(correct.path()), correct.value().display());
        default -> {}
      }
    }
    var wanted = new HashMap<String, String>();
    row.path("expected").properties().forEach(e -> wanted.put(e.getKey(), e.getValue().asString()));
    if (wanted.isEmpty()) {
      assertThat(given).as(row.path("text").asString()).isEmpty();
    }
    count(row, given, wanted);
  }

  /** The sample writes the row that is talked about without its id, and has a name of its own. */
  private static Utterance said(JsonNode row, List<String> asked) {
    var text = row.path("text").asString();
    if (!row.path("flow").asString().equals(BUYING_PROCESS)) {
      return Situation.asked(row.path("segment").asString(), asked.toArray(String[]::new))
          .said(text);
    }
    var paths =
        asked.stream()
            .map(path -> path.equals("pain_points") ? "persona_pain_points" : path)
            .map(path -> path.replace("[]", "[s2]"))
            .toList();
    return Stages.called("Awareness", "Consideration", "Decision").asking(paths).said(text);
  }

  private static String sampled(String path) {
    return path.equals("persona_pain_points")
        ? "pain_points"
        : path.replace("buying_stages[s2]", "buying_stages[]");
  }

  private void count(JsonNode row, Map<String, String> given, Map<String, String> wanted) {
    expected += wanted.size();
    written += given.size();
    var hits = 0;
    for (var entry : given.entrySet()) {
      var want = wanted.get(entry.getKey());
      if (want != null && same(entry.getKey(), want, entry.getValue())) {
        hits++;
      } else {
        wrongValue += want == null ? 0 : 1;
      }
    }
    right += hits;
    if (hits == wanted.size() && hits == given.size()) {
      exactTurns++;
    } else {
      System.out.println(
          row.path("id").asString()
              + " "
              + row.path("text").asString()
              + "\n   wanted "
              + wanted
              + "\n   given  "
              + given);
    }
  }

  private static boolean same(String path, String wanted, String given) {
    if (path.startsWith("buying_stages") || path.equals("pain_points")) {
      return f1(tokens(wanted), tokens(given)) >= (path.endsWith("duration") ? 1 : 0.6);
    }
    var field =
        Situation.everyField().stream()
            .filter(f -> f.path().equals(path))
            .findFirst()
            .orElseThrow();
    return field.type().freeText()
        ? f1(tokens(wanted), tokens(given)) >= 0.6
        : canonical(field, wanted).equals(canonical(field, given));
  }

  private static String canonical(Field field, String value) {
    return rapport.conversation.value.Answers.check(field, FieldValue.text(value)).toString();
  }

  private static double f1(List<String> wanted, List<String> given) {
    var left = new ArrayList<>(wanted);
    var common = given.stream().filter(left::remove).count();
    return 2.0 * common / (wanted.size() + given.size());
  }

  private static List<String> tokens(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(token -> !token.isEmpty())
        .toList();
  }

  private static List<JsonNode> rows() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            GuidedAnswersEvaluationTest.class.getResourceAsStream(
                "/understanding/guided-answers-sample.jsonl"))) {
      var json = JsonMapper.shared();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(json::readTree)
          .filter(row -> FLOWS.contains(row.path("flow").asString()))
          .toList();
    }
  }
}
