package rapport.conversation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import rapport.contracts.EventCatalog;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import rapport.conversation.understanding.embedded.Likeness;
import rapport.embedding.LateEmbedder;
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

  /** Loads on a thread of its own, so that the start does not wait for it. */
  @Bean(destroyMethod = "close")
  LateEmbedder embedder() {
    return LateEmbedder.start();
  }

  @Bean
  Interpreter interpreter(FlowCatalog flows, LateEmbedder embedder) {
    return EmbeddedInterpreter.of(flows.languages(), Likeness.late(embedder::ready));
  }
}
