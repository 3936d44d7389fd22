package rapport.runtime.observe;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.store.DocumentStore;

/** Beans of the package; indicators are named {@code store} and {@code broker}. */
@Configuration(proxyBeanMethods = false)
public class ObserveConfiguration {

  @Bean
  @ConditionalOnBean(DocumentStore.class)
  StoreHealth storeHealthIndicator(DocumentStore store) {
    return new StoreHealth(store);
  }

  @Bean
  BrokerHealth brokerHealthIndicator(KafkaClients clients) {
    return new BrokerHealth(clients);
  }

  @Bean
  DrainFilter drainFilter() {
    return new DrainFilter();
  }
}
