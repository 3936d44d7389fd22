package rapport.profile.api;

import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.acquaintance.Acquaintances;
import rapport.profile.api.PersonDetail.ContactOf;
import rapport.profile.person.Editor;
import rapport.profile.person.Person;
import rapport.profile.store.People;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Finds the person a request is about: of those merged into another one, that one. */
@Component
final class PersonReader {

  private final People people;
  private final Acquaintances acquaintances;

  PersonReader(People people, Acquaintances acquaintances) {
    this.people = people;
    this.acquaintances = acquaintances;
  }

  /** 404 {@code person-not-found} when this workspace knows nobody of that id. */
  Mono<Person> find(Caller caller, String id) {
    return people
        .current(caller.workspace(), id)
        .filter(Person::isShown)
        .switchIfEmpty(Mono.error(PersonReader::notFound));
  }

  /** All there is of a person. */
  Mono<PersonDetail> detail(Caller caller, Person person) {
    return people
        .absorbedBy(caller.workspace(), person.id())
        .flatMap(absorbed -> {
          var ids = Stream.concat(Stream.of(person), absorbed.stream()).map(Person::id).toList();
          return acquaintances
              .contacts(caller.workspace(), ids)
              .map(it ->
                  new ContactOf(it.account(), it.contact().id(), it.contact().details().name()))
              .collectList()
              .map(contacts -> PersonDetail.of(person, absorbed, contacts));
        });
  }

  private static Problem notFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "person-not-found", "There is no such person.");
  }

  static Editor editor(Caller caller) {
    return new Editor(caller.subject(), caller.name());
  }
}
