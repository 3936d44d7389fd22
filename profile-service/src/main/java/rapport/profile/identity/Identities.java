package rapport.profile.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rapport.profile.person.Addresses;
import rapport.profile.person.Person;
import rapport.profile.person.PersonFields;
import rapport.profile.store.IdentityClaims;
import rapport.profile.store.People;
import rapport.profile.store.PersonWrites;
import rapport.profile.store.PersonWrites.Step;
import reactor.core.publisher.Mono;

/** Who somebody is, for those who know an address or an id of theirs, such as accounts. */
@Component
public final class Identities {

  private final IdentityClaims claims;
  private final People people;
  private final PersonWrites writes;

  Identities(IdentityClaims claims, People people, PersonWrites writes) {
    this.claims = claims;
    this.people = people;
    this.writes = writes;
  }

  /**
   * The id of the person with that address, after all merges. Whoever nobody knew yet becomes known
   * by it; when they talk with us later, and give it, it is they.
   *
   * @throws IllegalArgumentException when the text is no e-mail address
   */
  public Mono<String> personFor(String workspace, String email) {
    if (!Addresses.isAddress(Addresses.plain(email))) {
      throw new IllegalArgumentException("no e-mail address");
    }
    return claims
        .claim(workspace, Identifier.email(email).key(), UUID.randomUUID().toString())
        .flatMap(person ->
            people
                .current(workspace, person)
                .filter(Person::isShown)
                .switchIfEmpty(Mono.defer(() -> introduced(workspace, person, email))))
        .map(Person::id);
  }

  /** Who has these addresses, by address, whoever they were merged into since. */
  public Mono<Map<String, String>> holders(String workspace, Collection<String> addresses) {
    var byKey = new HashMap<String, String>();
    addresses.forEach(address -> byKey.put(Identifier.email(address).key(), address));
    return byKey.isEmpty()
        ? Mono.just(Map.of())
        : claims
            .holders(workspace, byKey.keySet())
            .map(found -> {
              var holders = new HashMap<String, String>();
              byKey.forEach((key, address) -> {
                var person = found.get(key);
                if (person != null) {
                  holders.put(address, person);
                }
              });
              return holders;
            });
  }

  /** Under which id the person is known now; empty when nobody ever had that id. */
  public Mono<String> current(String workspace, String person) {
    return people.current(workspace, person).map(Person::id);
  }

  /** Takes an address for a person; false when it is somebody else's. */
  public Mono<Boolean> claim(String workspace, String email, String person) {
    return claims
        .claim(workspace, Identifier.email(email).key(), person)
        .flatMap(holder -> current(workspace, holder).defaultIfEmpty(holder))
        .map(holder -> holder.equals(person));
  }

  private Mono<Person> introduced(String workspace, String person, String email) {
    return writes
        .change(
            workspace,
            person,
            now -> new Step<>(now.person(), now.introduced(PersonFields.EMAIL, email)))
        .then(people.current(workspace, person));
  }
}
