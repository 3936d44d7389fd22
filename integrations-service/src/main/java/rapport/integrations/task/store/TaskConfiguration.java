package rapport.integrations.task.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.integrations.outbox.NewsCollection;

/** Lets the relay know of tasks. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

  @Bean
  NewsCollection taskNews(Tasks tasks) {
    return tasks.news();
  }
}
