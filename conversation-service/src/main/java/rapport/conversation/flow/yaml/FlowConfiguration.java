package rapport.conversation.flow.yaml;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the flows when the service starts; a mistake in them stops it. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

  @Bean
  FlowCatalog flowCatalog() {
    return FlowCatalog.fromClasspath();
  }
}
