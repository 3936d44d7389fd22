package rapport.integrations.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.ConversationEvent;
import rapport.integrations.activity.EventTally;
import rapport.integrations.store.RecentEvents;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with conversation-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class RecentEventsProjectionConfiguration {

  @Bean
  EventSource conversations(EventSources sources) {
    return sources.of("conversation-service");
  }

  @Bean
  ProjectionRunner<EventTally, ConversationEvent> recentEventsRunner(
      ProjectionRunners runners, RecentEvents views, EventSource conversations) {
    return runners.register(new RecentEventsProjection(), views, conversations);
  }
}
