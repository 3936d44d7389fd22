package rapport.runtime.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.topic.OwnedTopics;

/** Beans of the package, for services that have an {@link Outbox} or several. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Outbox.class)
public class OutboxConfiguration {

  @Bean
  @Primary
  Outbox joinedOutboxes(List<Outbox> parts) {
    return new JoinedOutboxes(parts);
  }

  @Bean
  RelaySignal outboxRelaySignal(ObjectProvider<OutboxRelay> relay) {
    return new RelaySignal(relay);
  }

  @Bean
  OutboxRelay outboxRelay(
      Outbox outbox,
      KafkaClients clients,
      MeterRegistry meters,
      Clock clock,
      @Value("${spring.application.name}") String self,
      @Value("${rapport.outbox.sweep:3s}") Duration sweep) {
    return new OutboxRelay(outbox, clients, self + "-outbox", meters, clock, sweep);
  }

  @Bean
  Reconciler reconciler(
      Outbox outbox,
      OwnedTopics owned,
      KafkaClients clients,
      MeterRegistry meters,
      Clock clock,
      @Value("${spring.application.name}") String self,
      @Value("${rapport.reconcile.window:7d}") Duration window,
      @Value("${rapport.reconcile.delay:5s}") Duration delay,
      @Value("${rapport.reconcile.recent:2m}") Duration recent,
      @Value("${rapport.reconcile.later:10m}") Duration later,
      @Value("${rapport.reconcile.every:6h}") Duration every) {
    return new Reconciler(
        outbox,
        owned,
        clients,
        self + "-reconcile",
        meters,
        clock,
        new Reconciler.Schedule(window, delay, recent, later, every));
  }

  @Bean
  StreamsController streamsController(Outbox outbox) {
    return new StreamsController(outbox);
  }

  @Bean
  ReconcileController reconcileController(Reconciler reconciler) {
    return new ReconcileController(reconciler);
  }
}
