package rapport.lead.store;

import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.LeadState;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.store.DocumentStore;

/** What this service keeps of people. Visitors go first: leads are made of them. */
@Configuration(proxyBeanMethods = false)
class LeadPrivacyConfiguration {

  @Bean
  PersonalData personalData(DocumentStore store) {
    return PersonalData.in(store)
        .own("visitors", Whose.key(Subject::conversations))
        .own(
            "leads",
            Whose.key(Subject::leads)
                .or(Whose.field("conversations", Subject::conversations))
                .or(Whose.field("email", Subject::emails)),
            LeadPrivacyConfiguration::lead)
        .own(WithheldConsents.COLLECTION, Whose.key(Subject::people))
        .own("crm_records", Whose.key(Subject::records))
        .shared("crm_records")
        // What sites say, what was made of that, and sums.
        .nobodys(
            "personas", "persona_versions", "sites", "pages", "page_texts", "settings", "models")
        .state(LeadState.CATALOG.topic(), Subject::leads)
        .all();
  }

  private static Subject lead(Document lead) {
    return Subject.ofLeads(List.of(lead.get("lead", "")))
        .and(Subject.ofConversations(lead.getList("conversations", String.class, List.of())));
  }
}
