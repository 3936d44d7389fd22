package rapport.profile.identity;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rapport.profile.person.PersonFields;
import rapport.profile.store.IdentityClaims;
import rapport.profile.store.People;
import rapport.profile.store.Talks;
import rapport.profile.store.Talks.Stored;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out whose a talk is. */
@Component
final class Ownership {

  private final IdentityClaims claims;
  private final Talks talks;
  private final People people;

  Ownership(IdentityClaims claims, Talks talks, People people) {
    this.claims = claims;
    this.talks = talks;
    this.people = people;
  }

  /** The person's id; none while the visitor is anonymous. */
  Mono<Optional<String>> owner(String workspace, Stored stored) {
    var identifiers = Identifier.of(stored.talk());
    return identifiers.isEmpty()
        ? sameDevice(workspace, stored)
        : identified(workspace, stored, identifiers).map(Optional::of);
  }

  private Mono<String> identified(String workspace, Stored stored, List<Identifier> identifiers) {
    return Flux.fromIterable(identifiers)
        .concatMap(it -> claims.holder(workspace, it.key()))
        .next()
        .switchIfEmpty(Mono.defer(() -> firstClaim(workspace, stored, identifiers.getFirst())))
        .flatMap(person ->
            Flux.fromIterable(identifiers)
                .concatMap(it -> claims.claim(workspace, it.key(), person))
                .then(Mono.just(person)));
  }

  /**
   * Nobody has any of them: the person the talk was so far, if it is all there is, or a new one.
   */
  private Mono<String> firstClaim(String workspace, Stored stored, Identifier identifier) {
    return renamed(workspace, stored)
        .defaultIfEmpty(UUID.randomUUID().toString())
        .flatMap(person -> claims.claim(workspace, identifier.key(), person));
  }

  /**
   * The person of a talk in which another address is given now, such as one without a slip of the
   * finger. What they were known by before is nobody's again.
   */
  private Mono<String> renamed(String workspace, Stored stored) {
    var person = stored.person();
    if (person == null || stored.identifiers().isEmpty()) {
      return Mono.empty();
    }
    return talks
        .isOnlyOne(workspace, person, stored.talk().conversation())
        .filter(only -> only)
        .flatMap(_ -> people.find(workspace, person))
        .filter(it -> !it.hands().containsKey(PersonFields.EMAIL))
        .flatMap(_ ->
            Flux.fromIterable(stored.identifiers())
                .concatMap(old -> claims.release(workspace, old, person))
                .then(Mono.just(person)));
  }

  /** Whoever gave an address first on this device. */
  private Mono<Optional<String>> sameDevice(String workspace, Stored stored) {
    var visitor = stored.talk().visitor();
    if (visitor == null) {
      return Mono.just(Optional.empty());
    }
    return talks
        .ofVisitor(workspace, visitor)
        .filter(other -> other.talk().address().isPresent() && other.talk().addressedAt() != null)
        .sort(
            comparing((Stored other) -> requireNonNull(other.talk().addressedAt()))
                .thenComparing(other -> other.talk().conversation()))
        .next()
        .flatMap(first -> claims.holder(workspace, Identifier.of(first.talk()).getLast().key()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }
}
