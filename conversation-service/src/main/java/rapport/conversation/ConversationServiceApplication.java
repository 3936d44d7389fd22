package rapport.conversation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import rapport.contracts.EventCatalog;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import rapport.runtime.RapportRuntime;
import rapport.runtime.topic.OwnedTopics;

/** Starts conversation-service. */
@SpringBootApplication
@Import(RapportRuntime.class)
public class ConversationServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(ConversationServiceApplication.class, args);
  }

  @Bean
  OwnedTopics topics() {
    return OwnedTopics.ofEvents(EventCatalog.CONVERSATION.topic());
  }

  @Bean
  Interpreter interpreter(FlowCatalog flows) {
    return EmbeddedInterpreter.of(flows.languages());
  }
}
