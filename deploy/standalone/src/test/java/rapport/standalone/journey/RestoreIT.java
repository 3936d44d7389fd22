package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rapport.standalone.client.Interview;
import tools.jackson.databind.JsonNode;

/** What an administrator does to lose nothing, and to get it back. */
@ExtendWith(RunningRapport.Provider.class)
class RestoreIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningRapport rapport;

  RestoreIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void every_service_compares_its_topics_with_what_it_stores() throws Exception {
    var said = command("reconcile", "--days", "30", "--data-dir", rapport.data().toString());
    assertThat(said).hasSize(5).allMatch(line -> line.contains("compared"));
  }

  @Test
  void a_projection_is_folded_anew_while_it_runs() throws Exception {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    interview.next();
    var before = rapport.client().profile(interview.id(), interview.rev());
    var data = rapport.data().toString();
    assertThat(command("rebuild", "--data-dir", data))
        .anyMatch(line -> line.matches("profiles +of profile-service, from rapport.conv.*"))
        .anyMatch(line -> line.contains("cannot"));
    assertThat(command("rebuild", "profiles", "--data-dir", data))
        .singleElement()
        .asString()
        .contains(" streams, ", " 0 put right");
    assertThat(rapport.client().profile(interview.id(), interview.rev())).isEqualTo(before);
  }

  @Test
  void what_was_backed_up_while_it_ran_is_a_rapport_to_go_on_with(@TempDir Path directory)
      throws Exception {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    while (interview.messages() < 4) {
      interview.next();
    }
    var rev = interview.rev();
    var conversation = rapport.client().conversation(interview.id());
    var profile = rapport.client().profile(interview.id(), rev);
    var file = directory.resolve("backup.zip").toString();
    var data = directory.resolve("restored/data");
    command("backup", file, "--data-dir", rapport.data().toString());
    interview.next();
    command("restore", file, "--data-dir", data.toString());
    var without = "lead-intelligence-service,health-score-service,integrations-service";
    try (var restored = RunningRapport.start(data, Map.of("RAPPORT_WITHOUT", without))) {
      assertThat(restored.client().conversation(interview.id())).isEqualTo(conversation);
      assertThat(restored.client().profile(interview.id(), rev)).isEqualTo(profile);
      var answer = restored.client().say(interview.id(), "after", "Yes");
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(ConversationTopic.revisions(restored.kafka(), interview.id()))
                  .containsAll(revisions(answer)));
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() ->
              restored.client().profile(interview.id(), rev(answer)).path("rev").asLong()
                  == rev(answer));
    }
  }

  private static long rev(JsonNode answer) {
    return answer.path("rev").asLong();
  }

  private static List<Long> revisions(JsonNode answer) {
    return LongStream.rangeClosed(1, rev(answer)).boxed().toList();
  }

  /** What {@code deploy/rapport} says; it must succeed. */
  private static List<String> command(String... words) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(RunningRapport.HOME.resolve("deploy/rapport").toString())
            .redirectErrorStream(true);
    builder.command().addAll(List.of(words));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
    return said;
  }
}
