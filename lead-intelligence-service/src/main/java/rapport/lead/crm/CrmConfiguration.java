package rapport.lead.crm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.IntegrationEvent;
import rapport.lead.store.CrmRecords;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with integrations-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

  @Bean
  ProjectionRunner<CrmRecord, IntegrationEvent> crmRunner(
      ProjectionRunners runners, CrmRecords views, EventSources sources) {
    return runners.register(new CrmProjection(), views, sources.of("integrations-service"));
  }
}
