package rapport.profile.store;

import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.profile.person.Talk;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Keeps talks with visitors. */
@Component
public final class TalkViews extends GatheredViews<Talk, ConversationEvent> {

  private final PeopleGathering people;

  TalkViews(PersonCollections collections, PeopleGathering people) {
    super(collections.talks(), TalkDocuments::of, TalkDocuments::talk);
    this.people = people;
  }

  @Override
  boolean concernsPeople(Talk talk) {
    return talk.startedAt() != null && !talk.isNoTalk();
  }

  @Override
  Mono<Void> gather(StreamRef stream) {
    return people.talk(stream);
  }
}
