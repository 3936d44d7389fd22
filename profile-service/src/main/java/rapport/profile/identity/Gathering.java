package rapport.profile.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.store.ContactMarks;
import rapport.profile.person.Addresses;
import rapport.profile.person.Editor;
import rapport.profile.person.Person;
import rapport.profile.person.PersonChange.Cause;
import rapport.profile.person.PersonFields;
import rapport.profile.person.Talk;
import rapport.profile.store.Opinions;
import rapport.profile.store.People;
import rapport.profile.store.PeopleGathering;
import rapport.profile.store.PersonWrites;
import rapport.profile.store.PersonWrites.Step;
import rapport.profile.store.Talks;
import rapport.profile.store.Talks.Stored;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes people of talks and opinions: finds out whose a talk is, and has that person seen anew.
 * Every step can be done again, and by several at once.
 */
@Component
final class Gathering implements PeopleGathering {

  private final Ownership ownership;
  private final Talks talks;
  private final Opinions opinions;
  private final People people;
  private final PersonWrites writes;
  private final ContactMarks contacts;

  Gathering(
      Ownership ownership,
      Talks talks,
      Opinions opinions,
      People people,
      PersonWrites writes,
      ContactMarks contacts) {
    this.ownership = ownership;
    this.talks = talks;
    this.opinions = opinions;
    this.people = people;
    this.writes = writes;
    this.contacts = contacts;
  }

  @Override
  public Mono<Void> talk(StreamRef stream) {
    var workspace = stream.workspace();
    return talks
        .find(workspace, stream.stream())
        .flatMap(stored ->
            assigned(workspace, stored)
                .flatMap(moved -> moved ? sameDevice(workspace, stored.talk()) : Mono.<Void>empty())
                .then(talks.settled(workspace, stored)));
  }

  @Override
  public Mono<Void> opinion(StreamRef stream) {
    var workspace = stream.workspace();
    return opinions
        .find(workspace, stream.stream())
        .flatMap(opinion ->
            talk(workspace, opinion.view().conversation())
                .flatMap(stored -> Mono.justOrEmpty(stored.person()))
                .flatMap(person -> seen(workspace, person, Cause.HEARD, null))
                .then(opinions.settled(workspace, stream.stream(), opinion.rev())));
  }

  private Mono<Stored> talk(String workspace, @Nullable String conversation) {
    return conversation == null ? Mono.empty() : talks.find(workspace, conversation);
  }

  /** Says whose the talk is, and has both seen anew: who has it now and who had it before. */
  private Mono<Boolean> assigned(String workspace, Stored stored) {
    var identifiers = Identifier.of(stored.talk()).stream().map(Identifier::key).toList();
    return ownership
        .owner(workspace, stored)
        .flatMap(owner -> {
          var before = stored.person();
          var moved = !Objects.equals(before, owner.orElse(null));
          var same = !moved && identifiers.equals(stored.identifiers());
          var assigning =
              same
                  ? Mono.just(true)
                  : talks.assign(workspace, stored, owner.orElse(null), identifiers);
          return assigning.flatMap(
              assigned -> // otherwise it is stale, and will be looked at again
              assigned
                      ? seen(workspace, before, owner)
                          .then(contacts.mark(workspace, addresses(stored.talk()), List.of()))
                          .thenReturn(moved)
                      : Mono.just(false));
        });
  }

  private static List<String> addresses(Talk talk) {
    return talk.address().stream().toList();
  }

  private Mono<Void> seen(String workspace, @Nullable String before, Optional<String> owner) {
    return Flux.fromStream(Stream.concat(owner.stream(), Stream.ofNullable(before)).distinct())
        .concatMap(person -> seen(workspace, person, Cause.HEARD, null))
        .then();
  }

  /** Whoever gave no address on this device may be known now, or no longer. */
  private Mono<Void> sameDevice(String workspace, Talk talk) {
    var visitor = talk.visitor();
    if (visitor == null) {
      return Mono.empty();
    }
    return talks
        .ofVisitor(workspace, visitor)
        .filter(other -> !other.talk().conversation().equals(talk.conversation()))
        .filter(other -> Identifier.of(other.talk()).isEmpty())
        .concatMap(other -> assigned(workspace, other))
        .then();
  }

  /** Has the person seen anew, or whom they were merged into. */
  Mono<Void> seen(String workspace, String person, Cause cause, @Nullable Editor editor) {
    return people
        .find(workspace, person)
        .flatMap(found ->
            found.merged() == null
                ? Mono.just(person)
                : people.current(workspace, person).map(current -> current.id()))
        .defaultIfEmpty(person)
        .flatMap(current ->
            writes
                .change(workspace, current, now -> new Step<>(true, now.heard(cause, editor)))
                .then(introduced(workspace, current)))
        .then();
  }

  /** Contacts with the person's address may be that person, and have what the person said. */
  private Mono<Void> introduced(String workspace, String id) {
    return Mono.zip(
            people.find(workspace, id).defaultIfEmpty(Person.none(id)),
            people.absorbedBy(workspace, id))
        .flatMap(both -> {
          var all = Stream.concat(Stream.of(both.getT1()), both.getT2().stream()).toList();
          var addresses =
              all.stream()
                  .map(person -> Addresses.plain(person.text(PersonFields.EMAIL)))
                  .filter(Addresses::isAddress)
                  .toList();
          return contacts.mark(workspace, addresses, all.stream().map(Person::id).toList());
        });
  }

  /** Several at once, as a list for those who have it. */
  Mono<Void> seen(String workspace, List<String> several, Cause cause, @Nullable Editor editor) {
    return Flux.fromIterable(several)
        .concatMap(person -> seen(workspace, person, cause, editor))
        .then();
  }
}
