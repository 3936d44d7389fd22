package rapport.profile.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.ConversationEvent;
import rapport.contracts.LeadEvent;
import rapport.profile.person.Opinion;
import rapport.profile.person.Talk;
import rapport.profile.store.OpinionViews;
import rapport.profile.store.TalkViews;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections people are made of, each with the owner of its events. */
@Configuration(proxyBeanMethods = false)
class PeopleProjections {

  @Bean
  ProjectionRunner<Talk, ConversationEvent> talkRunner(
      ProjectionRunners runners, TalkViews views, EventSource conversations) {
    return runners.register(new TalkProjection(), views, conversations);
  }

  @Bean
  ProjectionRunner<Opinion, LeadEvent> opinionRunner(
      ProjectionRunners runners, OpinionViews views, EventSources sources) {
    return runners.register(
        new OpinionProjection(), views, sources.of("lead-intelligence-service"));
  }
}
