package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.profile.person.Person;
import rapport.profile.person.PersonTree;

/**
 * A person as they are known.
 *
 * @param profile the six sections, each with its values; what is not known is absent
 * @param leaves the same values by path, each with where it comes from
 * @param undoable paths at which a colleague decided something that can be taken back
 * @param conversations theirs, the first one first
 * @param merged who turned out to be the same person
 * @param contacts of accounts who are the person
 */
record PersonDetail(
    String id,
    long rev,
    Map<String, Map<String, Object>> profile,
    Map<String, PersonLeaf> leaves,
    List<String> undoable,
    List<String> conversations,
    List<Absorbed> merged,
    List<ContactOf> contacts,
    Instant lastUpdatedAt) {

  /** A contact of an account that is the person. */
  record ContactOf(String account, String contact, String name) {}

  /** Somebody merged into the person: who they were, and who said so. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Absorbed(
      String id, @Nullable String into, @Nullable String by, @Nullable String name, Instant at) {

    static Absorbed of(Person person) {
      var link = Objects.requireNonNull(person.merged());
      return new Absorbed(
          person.id(), link.into(), link.editor().id(), link.editor().name(), link.at());
    }
  }

  static PersonDetail of(Person person, List<Person> absorbed, List<ContactOf> contacts) {
    var leaves = new LinkedHashMap<String, PersonLeaf>();
    person
        .leaves()
        .forEach((path, leaf) ->
            leaves.put(path, PersonLeaf.of(leaf, person.hands().containsKey(path))));
    return new PersonDetail(
        person.id(),
        person.rev(),
        PersonTree.of(person),
        leaves,
        List.copyOf(new TreeSet<>(person.hands().keySet())),
        person.conversations(),
        absorbed.stream().map(Absorbed::of).toList(),
        contacts,
        Objects.requireNonNull(person.changedAt()));
  }
}
