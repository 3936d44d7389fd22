package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.standalone.client.Interview;
import rapport.standalone.client.UnexpectedAnswer;
import tools.jackson.databind.JsonNode;

/** Any process may be killed at any moment: nothing confirmed is lost, and nothing doubled. */
@ExtendWith(RunningRapport.Provider.class)
class KillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int TURNS = 14;
  private static final int KILL_AFTER = 5;

  private final RunningRapport rapport;

  KillIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversation-service",
        "profile-service",
        "lead-intelligence-service",
        "health-score-service",
        "integrations-service",
        "gateway",
        "broker",
        "store"
      })
  void a_conversation_survives_the_death_of(String name) {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    var victim = rapport.process(name);
    while (interview.messages() < TURNS) {
      if (interview.messages() == KILL_AFTER) {
        victim.destroyForcibly();
      }
      interview.next(KillIT::untilAnswered);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(rapport.processes()).containsKey(name).doesNotContainValue(victim));
    everySaidOnce(interview);
    everyRevisionPublished(interview);
    profileAgrees(interview);
  }

  private void everySaidOnce(Interview interview) {
    var messages =
        untilAnswered(() -> rapport.client().conversation(interview.id())).path("messages");
    var said =
        StreamSupport.stream(messages.spliterator(), false)
            .map(message -> message.path("id").asString())
            .filter(id -> id.matches("m\\d+"))
            .toList();
    assertThat(said)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, TURNS).mapToObj(n -> "m" + n).toList());
  }

  private void everyRevisionPublished(Interview interview) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(ConversationTopic.revisions(rapport.kafka(), interview.id()))
                .containsExactlyElementsOf(
                    LongStream.rangeClosed(1, interview.rev()).boxed().toList()));
  }

  private void profileAgrees(Interview interview) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(KillIT::isBehind)
        .untilAsserted(() -> {
          var profile = rapport.client().profile(interview.id(), interview.rev());
          var values = rapport.client().conversation(interview.id()).path("values");
          assertThat(profile.path("rev").asLong()).isEqualTo(interview.rev());
          assertThat(profile.path("customer_profile").path("type")).isEqualTo(values.path("type"));
          assertThat(profile.path("customer_profile").path("demographics").path("age"))
              .isEqualTo(values.path("demographics").path("age"));
        });
  }

  private static JsonNode untilAnswered(Supplier<JsonNode> request) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(KillIT::isTemporary)
        .until(request::get, _ -> true);
  }

  private static boolean isTemporary(Throwable e) {
    return e instanceof UncheckedIOException
        || (e instanceof UnexpectedAnswer answer && answer.isTemporary());
  }

  /** 404 before the first event has come, 409 before this one has. */
  private static boolean isBehind(Throwable e) {
    return isTemporary(e)
        || (e instanceof UnexpectedAnswer answer
            && (answer.status() == 404 || answer.status() == 409));
  }
}
