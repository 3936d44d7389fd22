package rapport.conversation;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import rapport.contracts.EventCatalog;
import rapport.conversation.flow.yaml.FlowCatalog;
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

  /**
   * Loads on a thread of its own, so that the start does not wait for it. {@code
   * rapport.understanding.embedding=false} leaves it out: then words alone are understood, and the
   * first conversation is understood exactly as every later one.
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnBooleanProperty(name = "rapport.understanding.embedding", matchIfMissing = true)
  LateEmbedder embedder() {
    return LateEmbedder.start();
  }

  @Bean
  EmbeddedInterpreter interpreter(FlowCatalog flows, ObjectProvider<LateEmbedder> embedder) {
    var likeness =
        Optional.ofNullable(embedder.getIfAvailable())
            .map(late -> Likeness.late(late::ready))
            .orElseGet(Likeness::none);
    return EmbeddedInterpreter.of(flows.languages(), likeness);
  }
}
