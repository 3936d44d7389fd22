package rapport.runtime.topic;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.kafka.KafkaClients;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class TopicConfiguration {

  @Bean
  @ConditionalOnBean(OwnedTopics.class)
  TopicKeeper topicKeeper(
      KafkaClients clients,
      OwnedTopics owned,
      @Value("${rapport.topics.partitions:12}") int partitions,
      @Value("${rapport.topics.replication:1}") short replication) {
    return new TopicKeeper(clients, owned, partitions, replication);
  }
}
