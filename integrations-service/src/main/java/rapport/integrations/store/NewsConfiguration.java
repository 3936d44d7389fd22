package rapport.integrations.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.IntegrationEvent;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/**
 * What is to be told: of connections and of the records read through them, each time everything
 * there is to say, and of tasks and runs.
 */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  @Bean
  NewsOutbox connectionNews(Collections collections) {
    return integration("connections", collections.connections());
  }

  @Bean
  NewsOutbox recordNews(Collections collections) {
    return integration("source_records", collections.records());
  }

  private static NewsOutbox integration(String name, Mono<WorkspaceCollection> documents) {
    return new NewsOutbox(name, documents, IntegrationEvent.CATALOG.topic()).keepingOnlyTheLatest();
  }

  @Bean
  NewsOutbox taskNews(Tasks tasks) {
    return automation("tasks", tasks.documents());
  }

  @Bean
  NewsOutbox runNews(Runs runs) {
    return automation("workflow_runs", runs.documents());
  }

  private static NewsOutbox automation(String name, Mono<WorkspaceCollection> documents) {
    return new NewsOutbox(name, documents, EventCatalog.AUTOMATION.topic());
  }
}
