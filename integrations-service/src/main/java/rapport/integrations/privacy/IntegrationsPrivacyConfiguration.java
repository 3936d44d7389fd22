package rapport.integrations.privacy;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;

/**
 * What this service keeps of people. Records of other systems that name somebody go as a whole, and
 * are not taken in again; what is about something else loses the mention.
 */
@Configuration(proxyBeanMethods = false)
class IntegrationsPrivacyConfiguration {

  private static final Set<String> OF_PEOPLE =
      Set.of(
          "rapport.integration.contact-seen.v1",
          "rapport.integration.lead-seen.v1",
          "rapport.integration.interaction-seen.v1");

  @Bean
  PersonalData personalData(DocumentStore store) {
    return PersonalData.in(store)
        .naming(
            "source_records",
            IntegrationsPrivacyConfiguration::isOfPeople,
            IntegrationsPrivacyConfiguration::record)
        .shared("source_records")
        .naming("deliveries")
        .naming("notices")
        .naming("hook_arrivals")
        .naming("workflow_runs")
        .naming("automation_observations")
        .own(
            "automation_subjects",
            Whose.field("subject", Subject::streams).or(Whose.field("subject", Subject::contacts)))
        .own("automation_sources", Whose.key(Subject::streams))
        .own("delivery_sources", Whose.key(Subject::streams))
        .own("recent_events", Whose.key(Subject::conversations))
        .own(WithheldConsents.COLLECTION, Whose.key(Subject::people))
        .own("crm_known", Whose.field("stream", Subject::streams))
        .own("crm_jobs", Whose.field("id", Subject::streams))
        .shared("crm_jobs") // tasks mention people
        .shared("tasks")
        // What colleagues set up, and how far sending and reading is; sendings are ids only, and so
        // is what is to be deleted over there of those who are erased here.
        .nobodys(
            "connections",
            "syncs",
            "sendings",
            "crm_pushes",
            "crm_removals",
            "webhooks",
            "delivery_lanes",
            "notice_rules",
            "workflows")
        .all();
  }

  /** Who somebody is, and what they said; companies, deals and cases are not one person's. */
  private static boolean isOfPeople(Document record) {
    return record.getList("news", Document.class, List.of()).stream()
        .map(news -> news.get("headers", new Document()).get("ce_type", ""))
        .anyMatch(OF_PEOPLE::contains);
  }

  private static Subject record(Document record) {
    return Subject.ofRecords(List.of(StreamRef.ofKey(record.get("_id", "")).stream()));
  }
}
