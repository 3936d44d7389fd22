package rapport.runtime.kafka;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {

  @Bean
  @ConditionalOnMissingBean
  KafkaClients kafkaClients(KafkaProperties properties) {
    return new KafkaClients(properties);
  }
}
