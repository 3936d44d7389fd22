package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;

/**
 * Prints how well guided answers are understood: the sample of the evaluation set's form, and our
 * own development set. That one was written as different people would speak, before anybody looked
 * at what becomes of it, and is split by a hash: one half to learn from, the other only to measure.
 *
 * <p>The floors are no goals. They lie some points below what is reached, where a change of words
 * somewhere cannot get without breaking a whole class of answers.
 */
class GuidedAnswersTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  private static Evaluation evaluation(String file) throws IOException {
    try (InputStream lines =
        Objects.requireNonNull(GuidedAnswersTest.class.getResourceAsStream(file), file)) {
      var text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      var read = AnswerFile.read(file, text.lines().toList(), FLOWS);
      assertThat(read.problems()).isEmpty();
      var interpreter = EmbeddedInterpreter.of(FLOWS.languages());
      var evaluation = Evaluation.of(read.answers(), FLOWS, interpreter);
      var report =
          new Report(evaluation, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      System.out.println(file);
      report.table(null);
      return evaluation;
    }
  }

  @Test
  void the_sample_is_understood_and_nothing_is_written_without_an_answer() throws IOException {
    var sample = evaluation("/understanding/guided-answers-sample.jsonl");

    assertThat(sample.judgements()).hasSize(39);
    assertThat(sample.untouched()).isEqualTo(1);
    assertThat(sample.all().f1()).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tune", "test", "more-tune", "more-test"})
  void most_of_the_development_set_is_understood(String part) throws IOException {
    var evaluation = evaluation("/evaluation/" + part + ".jsonl");

    assertThat(evaluation.judgements()).hasSizeGreaterThan(150);
    assertThat(evaluation.all().f1()).isGreaterThan(0.75);
    assertThat(evaluation.all().precision()).isGreaterThan(0.75);
    assertThat(evaluation.actAccuracy()).isGreaterThan(0.8);
  }
}
