package rapport.lead.store;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Review;
import reactor.core.publisher.Mono;

/** Makes two personas one: both move, or neither. */
@Component
public final class PersonaMerging {

  private final Personas personas;

  PersonaMerging(Personas personas) {
    this.personas = personas;
  }

  /**
   * Gives one persona what the other has, and ends that one. What stays is written first: whoever
   * dies in between leaves two personas that can be merged again.
   *
   * @return the one that stays; empty when either has moved meanwhile
   */
  public Mono<StoredPersona> merge(
      String workspace, StoredPersona goes, StoredPersona stays, String by) {
    var merged = Review.merged(stays.persona().state(), goes.persona().state());
    var claims = Stream.concat(stays.claims().stream(), goes.claims().stream()).toList();
    var next = stays.changed(merged, by).with(Review.standing(merged, claims));
    var gone = Review.decided(goes.persona().state(), Status.MERGED);
    return personas
        .replace(workspace, stays, next)
        .flatMap(stored ->
            personas
                .replace(workspace, goes, gone, by)
                .map(_ -> stored)
                .switchIfEmpty(Mono.defer(() -> undone(workspace, stored, stays, by))));
  }

  /** What stays is as it was, unless somebody has seen it with both and gone on from there. */
  private Mono<StoredPersona> undone(
      String workspace, StoredPersona stored, StoredPersona before, String by) {
    var state = Review.edited(stored.persona().state(), before.persona().state());
    return personas
        .replace(workspace, stored, stored.changed(state, by).with(before.claims()))
        .then(Mono.empty());
  }
}
