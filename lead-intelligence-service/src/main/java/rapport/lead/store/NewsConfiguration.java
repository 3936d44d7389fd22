package rapport.lead.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadState;
import rapport.contracts.PersonaState;
import rapport.lead.lead.LeadStates;
import rapport.runtime.outbox.NewsOutbox;

/** What is to be told: of visitors, of leads and each of them as it stands, and of personas. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  @Bean
  NewsOutbox personaNews(Collections collections) {
    return new NewsOutbox("personas", collections.personas(), PersonaState.CATALOG.topic());
  }

  @Bean
  NewsOutbox visitorNews(Collections collections) {
    return new NewsOutbox("visitors", collections.visitors(), EventCatalog.LEAD.topic());
  }

  @Bean
  NewsOutbox leadNews(Collections collections) {
    return new NewsOutbox("leads", collections.leads(), EventCatalog.LEAD.topic())
        .withState(
            LeadState.CATALOG, document -> LeadStates.of(LeadDocuments.lead(document).lead()));
  }
}
