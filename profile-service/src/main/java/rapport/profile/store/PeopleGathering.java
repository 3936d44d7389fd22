package rapport.profile.store;

import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Makes people of what was stored of them; doing it twice is harmless. */
public interface PeopleGathering {

  /** Of a talk with a visitor. */
  Mono<Void> talk(StreamRef stream);

  /** Of what is thought of a visitor, or a lead. */
  Mono<Void> opinion(StreamRef stream);
}
