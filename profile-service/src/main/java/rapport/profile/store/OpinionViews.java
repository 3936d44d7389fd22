package rapport.profile.store;

import org.springframework.stereotype.Component;
import rapport.contracts.LeadEvent;
import rapport.profile.person.Opinion;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Keeps what is thought of visitors and leads. */
@Component
public final class OpinionViews extends GatheredViews<Opinion, LeadEvent> {

  private final PeopleGathering people;

  OpinionViews(PersonCollections collections, PeopleGathering people) {
    super(collections.opinions(), OpinionDocuments::of, OpinionDocuments::opinion);
    this.people = people;
  }

  @Override
  boolean concernsPeople(Opinion opinion) {
    return opinion.conversation() != null;
  }

  @Override
  Mono<Void> gather(StreamRef stream) {
    return people.opinion(stream);
  }
}
