package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.client.Interview;

/** What an analyst copies from {@code deploy/analysts} works. */
@ExtendWith(RunningRapport.Provider.class)
class AnalystsIT {

  private final RunningRapport rapport;

  AnalystsIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void the_reader_in_java_reads_a_topic_to_its_end_without_telling_who_said_what() {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    interview.next();
    await()
        .untilAsserted(() -> {
          var lines = read("rapport.conversation.events");
          assertThat(lines)
              .filteredOn(line -> line.contains(interview.id()))
              .hasSize(Math.toIntExact(interview.rev()));
          assertThat(lines).noneMatch(line -> line.contains("Acme Robotics"));
        });
  }

  private List<String> read(String topic) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            RunningRapport.HOME.resolve("deploy/standalone/target/lib/*").toString(),
            RunningRapport.HOME.resolve("deploy/analysts/Topic.java").toString(),
            rapport.kafka(),
            topic);
    builder.environment().put("PSEUDONYM_SECRET", "a secret of analysts");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var process = builder.start();
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      return said.lines().toList();
    }
  }
}
