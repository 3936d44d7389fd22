package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.client.UnexpectedAnswer;
import tools.jackson.databind.JsonNode;

/** A stream ends, whatever happens to who sends it: Genkit's client would wait for ever. */
@ExtendWith(RunningRapport.Provider.class)
class GenkitKillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String FLOW = "customer-profile";
  private static final String SERVICE = "conversation-service";

  private final RunningRapport rapport;

  GenkitKillIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  /**
   * While the store stands still, the service has begun its answer and cannot end it. The gateway
   * knows the client from a moment before, and does not ask the store.
   */
  @Test
  @Timeout(300)
  void killing_the_service_in_a_stream_ends_the_call_with_an_error() throws Exception {
    var client = GenkitClient.of(rapport);
    var session = call(Map.of()).path("sessionId").asString();
    var service = rapport.process(SERVICE);
    var store = rapport.process("store");
    try (var watched = client.node("watch-stream.mjs", FLOW, session, "yes")) {
      assertThat(watched.line()).isEqualTo("ready");
      signal("STOP", store);
      watched.say("go");
      assertThat(watched.line()).isEqualTo("head " + session + ":watched");
      service.destroyForcibly();
      assertThat(watched.line()).startsWith("error ").doesNotContain("DEADLINE");
    } finally {
      signal("CONT", store);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(rapport.processes()).containsKey(SERVICE).doesNotContainValue(service));
    theSameCallAgainGoesThrough(session);
  }

  private void theSameCallAgainGoesThrough(String session) {
    var again = Map.of("sessionId", session, "clientMessageId", "watched", "message", "yes");
    var result =
        await()
            .atMost(PATIENCE)
            .ignoreExceptionsMatching(e -> e instanceof UnexpectedAnswer a && a.isTemporary())
            .until(() -> call(again), _ -> true);
    assertThat(result.path("reply").asString()).isNotBlank();
    var said = rapport.client().conversation(session).path("messages");
    assertThat(said)
        .filteredOn(message -> message.path("role").asString().equals("user"))
        .hasSize(1);
  }

  private JsonNode call(Map<String, ?> data) {
    return rapport.client().post("/genkit/flows/" + FLOW, Map.of("data", data)).path("result");
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
