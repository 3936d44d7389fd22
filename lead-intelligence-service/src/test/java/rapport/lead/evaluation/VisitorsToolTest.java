package rapport.lead.evaluation;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VisitorsToolTest {

  private static final String VISITORS = "src/test/resources/visitors";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final VisitorsTool tool =
      new VisitorsTool(new PrintStream(printed, true, StandardCharsets.UTF_8));

  /** The test half is not tuned to; the limits are those of the goals. */
  @Test
  void the_goals_are_met_on_conversations_that_were_not_tuned_to() {
    assertThat(tool.run(List.of(VISITORS + "/test.jsonl", "--sites", VISITORS + "/sites")))
        .isZero();
    var figures = figures();
    assertThat(figures.path("top1_turn3").asDouble()).isGreaterThan(.92);
    assertThat(figures.path("ece").asDouble()).isLessThan(.06);
    assertThat(figures.path("flips_most").asInt()).isLessThanOrEqualTo(1);
    assertThat(figures.path("email_asked_before_intent").asDouble()).isZero();
    assertThat(figures.path("email_recall").asDouble()).isEqualTo(1);
  }

  @Test
  void says_which_lines_cannot_be_measured(@TempDir Path folder) throws IOException {
    var file = folder.resolve("chats.jsonl");
    Files.writeString(
        file,
        """
        {"id":"a","site":"starter","persona":"unknown","turns":["hello"]}
        {"id":"b","site":"nowhere","persona":"unknown","turns":["hello"]}
        {"id":"c","site":"starter","persona":"nobody","turns":["hello"]}
        not JSON
        """);
    assertThat(tool.run(List.of(file.toString()))).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("there is no site nowhere", "starter has no persona nobody", "it is not JSON");
    assertThat(figures().path("skipped").asInt()).isEqualTo(3);
  }

  @Test
  void says_how_it_is_called() {
    assertThat(tool.run(List.of())).isEqualTo(2);
    assertThat(tool.run(List.of("no-such-file.jsonl"))).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("usage:", "cannot read:");
  }

  private JsonNode figures() {
    var last = printed.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    return JsonMapper.shared().readTree(last);
  }
}
