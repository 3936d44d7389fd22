package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AnswersToolTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    return new AnswersTool(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(args));
  }

  private List<String> output() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String file(String... lines) throws IOException {
    return Files.write(folder.resolve("answers.jsonl"), List.of(lines)).toString();
  }

  @Test
  void the_last_line_is_an_object_with_the_figures() throws IOException {
    var code =
        run(
            file(
                """
                {"flow":"customer-profile","segment":"B2B","asked":["demographics.age"],\
                "text":"42","acts":["fill"],"expected":{"demographics.age":"42"}}\
                """,
                """
                {"flow":"customer-profile","segment":"B2B","asked":["demographics.age"],\
                "text":"42","acts":["fill"],"expected":{"demographics.age":"43"}}\
                """,
                "no json"));

    assertThat(code).isZero();
    var figures = JsonMapper.shared().readTree(output().getLast());
    assertThat(figures.path("turns").asInt()).isEqualTo(2);
    assertThat(figures.path("skipped").asInt()).isEqualTo(1);
    assertThat(figures.path("f1").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("turnExact").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("wrongValueRate").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("actAccuracy").asDouble()).isEqualTo(1);
    assertThat(figures.path("multiFieldExact").isNull()).isTrue();
    assertThat(figures.path("types").path("age").path("recall").asDouble()).isEqualTo(0.5);
    assertThat(figures.path("cpuMsP99").isNumber()).isTrue();
  }

  @Test
  void misses_are_shown_when_asked_for() throws IOException {
    run(
        "--misses",
        file(
            """
            {"id":"m1","flow":"customer-profile","segment":"B2B","asked":["demographics.age"],\
            "text":"42","expected":{"demographics.age":"43"}}\
            """));

    assertThat(output())
        .contains(
            "m1  asked [demographics.age]: 42",
            "    demographics.age: wanted \"43\", written \"42\"");
  }

  @Test
  void says_how_it_is_called() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--what", "file")).isEqualTo(2);
    assertThat(output()).allMatch(line -> line.startsWith("usage:"));
  }

  @Test
  void a_file_that_is_not_there_is_told_and_nothing_else() {
    assertThat(run(folder.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(output().getFirst()).startsWith("cannot read:");
  }

  @Test
  void a_file_without_a_single_good_line_measures_nothing() throws IOException {
    assertThat(run(file("{}"))).isEqualTo(1);
    assertThat(output().getLast()).isEqualTo("nothing to measure");
  }
}
