package rapport.conversation.assessment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.LeadEvent;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Reads assessments, with lead-intelligence-service as their owner. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

  private static final String OWNER = "lead-intelligence-service";

  @Bean
  ProjectionRunner<LatestAssessment, LeadEvent> assessments(
      ProjectionRunners runners,
      AssessmentInbox inbox,
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.lead-intelligence.url}") String url,
      @Value("${spring.application.name}") String self) {
    var owner = new HttpEventSource(client, tokens, url, OWNER, self);
    return runners.register(new LatestAssessment.Folding(), inbox, owner);
  }
}
