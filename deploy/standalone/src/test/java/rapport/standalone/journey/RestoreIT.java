package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
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
  private static final String GONE = "gone.canary@parcelpilot.example";

  private final RunningRapport rapport;

  RestoreIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void every_service_compares_its_topics_with_what_it_stores() throws Exception {
    var said =
        RunningRapport.command(
            "reconcile", "--days", "30", "--data-dir", rapport.data().toString());
    assertThat(said).hasSize(5).allMatch(line -> line.contains("compared"));
  }

  @Test
  void the_secrets_of_connected_systems_get_a_new_key() throws Exception {
    var data = rapport.data().toString();
    var before = rapport.client().get("/api/v1/integrations/keys").path("keys").asInt();
    assertThat(RunningRapport.command("rotate-keys", "--data-dir", data))
        .last()
        .asString()
        .startsWith("Every secret is sealed with it.");
    var after = rapport.client().get("/api/v1/integrations/keys");
    assertThat(after.path("keys").asInt()).isEqualTo(before + 1);
    assertThat(after.path("waiting").asInt()).isZero();
  }

  @Test
  void a_projection_is_folded_anew_while_it_runs() throws Exception {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    interview.next();
    var before = rapport.client().profile(interview.id(), interview.rev());
    var data = rapport.data().toString();
    assertThat(RunningRapport.command("rebuild", "--data-dir", data))
        .anyMatch(line -> line.matches("profiles +of profile-service, from rapport.conv.*"))
        .anyMatch(line -> line.contains("cannot"));
    assertThat(RunningRapport.command("rebuild", "profiles", "--data-dir", data))
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
    var gone = Visit.begin(rapport);
    gone.say("Hello, you can write to " + GONE);
    var file = directory.resolve("backup.zip").toString();
    var data = directory.resolve("restored/data");
    RunningRapport.command("backup", file, "--data-dir", rapport.data().toString());
    interview.next();
    erase();
    RunningRapport.command("restore", file, "--data-dir", data.toString());
    Files.copy(rapport.data().resolve("erased.jsonl"), data.resolve("erased.jsonl"));
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
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(new Canaries(restored).whereStands(GONE))
                  .as("erased again, by the services that run; the others are waited for")
                  .filteredOn(where -> !where.matches("rapport_(lead|integrations|health)\\..*"))
                  .containsExactly("rapport_profile.privacy_requests"));
    }
  }

  /** As if it had been asked for after the backup. */
  private void erase() {
    await()
        .atMost(PATIENCE)
        .until(() -> !rapport.client().get("/api/v1/people?q=" + GONE).path("items").isEmpty());
    var body = Map.of("email", GONE, "reason", "asked for by letter");
    var erasure = rapport.client().post("/api/v1/privacy/erasures", body).path("id").asString();
    await()
        .atMost(PATIENCE)
        .until(() ->
            rapport
                .client()
                .get("/api/v1/privacy/erasures/" + erasure)
                .path("state")
                .asString()
                .equals("done"));
  }

  private static long rev(JsonNode answer) {
    return answer.path("rev").asLong();
  }

  private static List<Long> revisions(JsonNode answer) {
    return LongStream.rangeClosed(1, rev(answer)).boxed().toList();
  }
}
