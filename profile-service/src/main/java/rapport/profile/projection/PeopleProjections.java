package rapport.profile.projection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.ConversationEvent;
import rapport.contracts.LeadEvent;
import rapport.profile.person.Opinion;
import rapport.profile.person.Talk;
import rapport.profile.store.OpinionViews;
import rapport.profile.store.TalkViews;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections people are made of, each with the owner of its events. */
@Configuration(proxyBeanMethods = false)
class PeopleProjections {

  private static final String OWNER = "lead-intelligence-service";

  @Bean
  ProjectionRunner<Talk, ConversationEvent> talkRunner(
      ProjectionRunners runners, TalkViews views, EventSource conversations) {
    return runners.register(new TalkProjection(), views, conversations);
  }

  @Bean
  ProjectionRunner<Opinion, LeadEvent> opinionRunner(
      ProjectionRunners runners,
      OpinionViews views,
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.lead-intelligence.url}") String url,
      @Value("${spring.application.name}") String self) {
    var owner = new HttpEventSource(client, tokens, url, OWNER, self);
    return runners.register(new OpinionProjection(), views, owner);
  }
}
