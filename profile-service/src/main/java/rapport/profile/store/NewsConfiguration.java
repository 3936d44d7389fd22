package rapport.profile.store;

import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.PersonState;
import rapport.contracts.ProfileState;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.RecordKind;
import rapport.runtime.outbox.NewsOutbox;

/** What is to be told about profiles and people, and each of them as it stands. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  @Bean
  NewsOutbox profileNews(RecordCollections collections, ProfileFields fields, ProfileTree tree) {
    var profiles = collections.of(RecordKind.PROFILE);
    return new NewsOutbox("profiles", profiles, EventCatalog.PROFILE.topic())
        .withState(ProfileState.CATALOG, document -> state(document, fields, tree));
  }

  private static ProfileState state(Document document, ProfileFields fields, ProfileTree tree) {
    var profile = RecordDocuments.record(document);
    var progress = fields.progress(profile);
    return new ProfileState(
        tree.of(profile),
        document.getLong("rev"),
        new ProfileState.Progress(progress.done(), progress.total()));
  }

  @Bean
  NewsOutbox personNews(PersonCollections collections) {
    return new NewsOutbox("people", collections.people(), EventCatalog.PERSON.topic())
        .withState(PersonState.CATALOG, document -> PersonDocuments.person(document).state());
  }
}
