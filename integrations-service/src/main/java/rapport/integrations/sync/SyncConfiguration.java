package rapport.integrations.sync;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.HostResolver;

/** The way out, and how it is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GuardSettings.class, SyncSettings.class})
class SyncConfiguration {

  @Bean
  EgressRules egressRules(
      @Value("${rapport.integrations.egress.allowed-hosts}") List<String> allowed,
      @Value("${rapport.integrations.egress.answer}") DataSize answer,
      @Value("${rapport.integrations.egress.patience}") Duration patience) {
    return new EgressRules(allowed, Math.toIntExact(answer.toBytes()), patience, 0);
  }

  @Bean
  EgressClient egressClient(EgressRules rules) {
    return new EgressClient(rules, HostResolver.SYSTEM);
  }
}
