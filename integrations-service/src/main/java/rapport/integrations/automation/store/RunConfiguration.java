package rapport.integrations.automation.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.integrations.outbox.NewsCollection;

/** Lets the relay know of runs. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  @Bean
  NewsCollection runNews(Runs runs) {
    return runs.news();
  }
}
