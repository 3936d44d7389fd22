package rapport.profile.privacy;

import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.PersonState;
import rapport.contracts.PrivacyEvent;
import rapport.contracts.ProfileState;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.store.DocumentStore;

/** What this service keeps of people, and what it tells services of requests. */
@Configuration(proxyBeanMethods = false)
class ProfilePrivacyConfiguration {

  @Bean
  NewsOutbox privacyNews(PrivacyRequests requests) {
    return new NewsOutbox(
        PrivacyRequests.COLLECTION, requests.collection(), PrivacyEvent.CATALOG.topic());
  }

  /** Accounts first: whom they name is looked up by addresses that people have. */
  @Bean
  PersonalData personalData(
      DocumentStore store,
      AccountPeople accounts,
      AccountMentions mentions,
      ImportFiles imports,
      ArchivesOf archives) {
    return PersonalData.in(store)
        .special("accounts", accounts)
        .special("account_commits", mentions)
        .nobodys("contacts", "interactions") // accounts and commits see to these
        .shared("deals")
        .shared("account_reports")
        .shared("account_imports")
        .special("account_import_parts", imports)
        .own("contact_strangers", Whose.keyBefore("/", Subject::contacts))
        .own("sightings", Whose.key(Subject::records))
        .nobodys("sighting_links", "account_health") // ids and figures
        .own("profiles", Whose.key(Subject::conversations))
        .own("buying_process_mappings", Whose.key(Subject::conversations))
        .own("field_history", Whose.field("stream", Subject::conversations))
        .own("talks", Whose.key(Subject::conversations), ProfilePrivacyConfiguration::talk)
        .own(
            "opinions",
            Whose.field("conversation", Subject::conversations).or(Whose.key(Subject::leads)))
        .own("person_history", Whose.field("person", Subject::people))
        .own(
            "identities",
            Whose.field("person", Subject::people)
                .or(Whose.key(it -> it.emails().stream().map(email -> "email:" + email).toList())))
        .own("people", Whose.key(Subject::people))
        .special(PrivacyRequests.COLLECTION, archives)
        .nobodys(ArchivePieces.COLLECTION, "consent_policies", RetentionPolicies.COLLECTION)
        .state(PersonState.CATALOG.topic(), Subject::people)
        .state(ProfileState.CATALOG.topic(), Subject::conversations)
        .all();
  }

  private static Subject talk(Document talk) {
    return new Subject(
        List.of(),
        Whom.visitor(talk),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
