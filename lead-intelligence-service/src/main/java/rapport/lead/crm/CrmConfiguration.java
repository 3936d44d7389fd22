package rapport.lead.crm;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.IntegrationEvent;
import rapport.lead.store.CrmRecords;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with integrations-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

  private static final String OWNER = "integrations-service";

  @Bean
  ProjectionRunner<CrmRecord, IntegrationEvent> crmRunner(
      ProjectionRunners runners,
      CrmRecords views,
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.integrations.url}") String url,
      @Value("${spring.application.name}") String self) {
    var owner = new HttpEventSource(client, tokens, url, OWNER, self);
    return runners.register(new CrmProjection(), views, owner);
  }
}
