package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.bench.Bench;
import rapport.standalone.client.Interview;
import rapport.standalone.client.Script;

/** What the figures of the README are taken with. */
@ExtendWith(RunningRapport.Provider.class)
class BenchIT {

  private final RunningRapport rapport;

  BenchIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void measures_bare_turns_and_interviews_past_the_gateway_and_through_it() throws Exception {
    var said = new ByteArrayOutputStream();
    Bench.run(
        List.of(
            "--data-dir=" + rapport.data(),
            "--conversations=2",
            "--concurrent=1,2",
            "--warm-up=1",
            "--watched=1"),
        rapport.credentials(),
        new PrintStream(said, true, StandardCharsets.UTF_8));
    var text = said.toString(StandardCharsets.UTF_8);
    assertThat(rows(text))
        .containsExactly(
            "16 (direct)",
            "16 (gateway)",
            "1 bare",
            "1 direct",
            "1 gateway",
            "2 bare",
            "2 direct",
            "2 gateway");
    assertThat(text).doesNotContain("times:").containsPattern("answer -> record: p50 [0-9.]+ ms");
  }

  @Test
  void a_buying_process_takes_24_turns() {
    var interview = Interview.start(rapport.client(), Script.of("buying-process"));
    while (!interview.isOver() && interview.messages() < 30) {
      interview.next();
    }
    assertThat(interview.isOver()).isTrue();
    assertThat(interview.messages()).isEqualTo(24);
  }

  private static List<String> rows(String text) {
    return text.lines()
        .filter(line -> line.matches(" +[0-9]+ .*\\|.*"))
        .map(line -> line.strip().replaceFirst("^([0-9]+) +(\\S+).*", "$1 $2"))
        .toList();
  }
}
