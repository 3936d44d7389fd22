package rapport.profile.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.ConversationEvent;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.RecordUpdate;
import rapport.profile.store.BuyingProcessViews;
import rapport.profile.store.ProfileViews;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections, with conversation-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

  @Bean
  EventSource conversations(EventSources sources) {
    return sources.of("conversation-service");
  }

  @Bean
  ProjectionRunner<ProfileUpdate, ConversationEvent> profileRunner(
      ProjectionRunners runners, ProfileViews views, EventSource conversations) {
    return runners.register(new ProfileProjection(), views, conversations);
  }

  @Bean
  ProjectionRunner<RecordUpdate, ConversationEvent> buyingProcessRunner(
      ProjectionRunners runners, BuyingProcessViews views, EventSource conversations) {
    return runners.register(new BuyingProcessProjection(), views, conversations);
  }
}
