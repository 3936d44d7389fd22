package rapport.health.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthState;
import rapport.health.portfolio.News;
import rapport.runtime.outbox.NewsOutbox;

/** What is to be told: of accounts, and each of them as it stands, and of alerts. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  @Bean
  NewsOutbox accountNews(Healths healths) {
    return new NewsOutbox("health", healths.collection(), EventCatalog.HEALTH.topic())
        .withState(HealthState.CATALOG, document -> News.state(Healths.read(document).account()));
  }

  @Bean
  NewsOutbox alertNews(Alerts alerts) {
    return new NewsOutbox("alerts", alerts.collection(), EventCatalog.HEALTH.topic());
  }
}
