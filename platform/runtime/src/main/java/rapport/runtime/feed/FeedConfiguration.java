package rapport.runtime.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {

  @Bean
  Feeds feeds(
      KafkaClients clients,
      ObjectProvider<OwnedTopics> owned,
      MeterRegistry meters,
      @Value("${spring.application.name}") String self) {
    var topics =
        owned.stream()
            .map(OwnedTopics::topics)
            .flatMap(List::stream)
            .map(OwnedTopic::name)
            .toList();
    return new Feeds(new TopicTail(clients, self + "-feed", topics), meters);
  }
}
