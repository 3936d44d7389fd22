package rapport.conversation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.Reply;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import reactor.core.publisher.Mono;

class RehearsalTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  static Stream<FlowDefinition> every_flow() {
    return FLOWS.names().stream().map(FLOWS::latest);
  }

  @ParameterizedTest
  @MethodSource("every_flow")
  void in_every_flow_something_is_said_understood_and_answered(FlowDefinition flow) {
    var answers = new AtomicInteger();
    var rehearsal =
        new Rehearsal(
            EmbeddedInterpreter.of(FLOWS.languages()),
            FLOWS,
            (_, _, _, plan) -> {
              answers.addAndGet(plan.parts().size());
              return Mono.<Reply>empty();
            });
    var after = rehearsal.talk(flow).block();
    assertThat(after).extracting(Dialogue::rev, LONG).isGreaterThan(6);
    assertThat(answers.get()).isGreaterThan(3);
  }
}
