package rapport.conversation.assessment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.LeadEvent;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Reads assessments, with lead-intelligence-service as their owner. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

  @Bean
  ProjectionRunner<LatestAssessment, LeadEvent> assessments(
      ProjectionRunners runners, AssessmentInbox inbox, EventSources sources) {
    return runners.register(
        new LatestAssessment.Folding(), inbox, sources.of("lead-intelligence-service"));
  }
}
