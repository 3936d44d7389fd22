package rapport.profile.store;

import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.PersonState;
import rapport.contracts.WireMessage;

/** What is to be told about people, and each of them as they are known. */
@Component
final class PersonNews extends DocumentNews {

  private static final EventCodec<PersonState> STATE = new EventCodec<>(PersonState.CATALOG);

  PersonNews(PersonCollections collections) {
    super(collections.people(), EventCatalog.PERSON.topic());
  }

  @Override
  WireMessage state(Document document, Document news) {
    var person = PersonDocuments.person(document);
    var rev = NewsDocuments.rev(news);
    return STATE.encode(
        new Envelope<>(
            "state:" + document.getString("_id") + ":" + rev,
            document.getString("workspace"),
            person.id(),
            rev,
            NewsDocuments.at(news),
            null,
            null,
            person.state()));
  }
}
