package rapport.runtime.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.trace.Traces;

/** Beans of the package, for services that have a store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(DocumentStore.class)
public class ProjectionConfiguration {

  @Bean
  Quarantine quarantine(DocumentStore store) {
    return new Quarantine(store);
  }

  @Bean
  ErasedStreams erasedStreams(DocumentStore store, Clock clock) {
    return new ErasedStreams(store, clock);
  }

  @Bean
  ProjectionRunners projectionRunners(
      KafkaClients clients,
      Quarantine quarantine,
      ErasedStreams erased,
      MeterRegistry meters,
      Traces traces,
      Clock clock,
      @Value("${spring.application.name}") String self,
      @Value("${rapport.topics.replication:1}") short replication,
      @Value("${rapport.projection.concurrency:1}") int concurrency) {
    var deadLetters = new DeadLetters(clients, self + "-dlt", replication);
    return new ProjectionRunners(
        clients, quarantine, erased, deadLetters, meters, traces, clock, concurrency);
  }

  @Bean
  EventSources eventSources(WebClient.Builder client, ServiceTokens tokens, Environment settings) {
    return new EventSources(client, tokens, settings);
  }

  @Bean
  ProjectionsController projectionsController(ProjectionRunners runners) {
    return new ProjectionsController(runners);
  }

  @Bean
  QuarantineController quarantineController(Quarantine quarantine, ProjectionRunners runners) {
    return new QuarantineController(quarantine, runners);
  }
}
