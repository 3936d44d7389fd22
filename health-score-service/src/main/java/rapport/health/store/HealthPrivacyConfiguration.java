package rapport.health.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.store.DocumentStore;

/** What this service keeps of people: little, since it hears of contacts by their ids only. */
@Configuration(proxyBeanMethods = false)
class HealthPrivacyConfiguration {

  @Bean
  PersonalData personalData(DocumentStore store) {
    return PersonalData.in(store)
        .own("flow_progress", Whose.key(Subject::conversations))
        .own("usage_daily", Whose.key(Subject::conversations))
        .shared("alerts")
        .shared("reviews")
        // Of accounts: figures, and contacts by ids that are nobody's once the contact is erased.
        .nobodys(
            "account_facts",
            "health",
            "snapshots",
            "engagement_weeks",
            "models",
            "churn_models",
            "saved_views",
            "portfolio_days",
            "jobs")
        .all();
  }
}
