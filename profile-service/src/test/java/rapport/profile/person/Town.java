package rapport.profile.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent;
import rapport.profile.consent.ConsentPolicy;
import rapport.profile.person.Deciding.Outcome;
import rapport.profile.person.PersonChange.Cause;

/** People and their talks in memory, with the same decisions and none of the storage. */
final class Town {

  static final Editor ADA = new Editor("user-1", "Ada");

  private final Map<String, Talk> talks = new TreeMap<>();
  private final Map<String, Long> talkRevs = new TreeMap<>();
  private final Map<String, Opinion> opinions = new TreeMap<>();
  private final Map<String, Long> opinionRevs = new TreeMap<>();
  private final Map<String, Person> people = new TreeMap<>();
  private final Map<String, String> owners;

  /**
   * @param owners whose each conversation is
   */
  Town(Map<String, String> owners) {
    this.owners = owners;
    owners.values().forEach(person -> people.put(person, Person.none(person)));
  }

  /** What the runner does: only the next revision counts; true when it did. */
  boolean hears(Envelope<ConversationEvent> event) {
    if (event.rev() != talkRevs.getOrDefault(event.stream(), 0L) + 1) {
      return false;
    }
    talkRevs.put(event.stream(), event.rev());
    talks.put(
        event.stream(), talks.getOrDefault(event.stream(), Talk.none(event.stream())).apply(event));
    gather(owner(event.stream()));
    return true;
  }

  boolean reads(Envelope<LeadEvent> event) {
    if (event.rev() != opinionRevs.getOrDefault(event.stream(), 0L) + 1) {
      return false;
    }
    opinionRevs.put(event.stream(), event.rev());
    opinions.put(
        event.stream(),
        opinions.getOrDefault(event.stream(), Opinion.none(event.stream())).apply(event));
    gather(owner(event.stream()));
    return true;
  }

  private String owner(String conversation) {
    return Optional.ofNullable(owners.get(conversation)).orElseThrow();
  }

  Outcome edits(String person, String path, Object value) {
    var seen = person(person).rev();
    return decides(person, now -> now.edit(path, FieldValue.of(value), seen, ADA));
  }

  Outcome decides(String person, Function<Deciding, Outcome> decision) {
    var outcome = decision.apply(now(person));
    if (outcome instanceof Outcome.Applied(var change)) {
      people.put(person, change.after());
    }
    return outcome;
  }

  void merges(String survivor, String other) {
    decides(other, now -> now.merge(survivor, ADA));
    gather(survivor);
  }

  void unmerges(String survivor, String other) {
    decides(other, now -> now.unmerge(survivor, ADA));
    gather(survivor);
    gather(other);
  }

  /** As identity does: whoever is merged is seen at the survivor. */
  void gather(String person) {
    var link = person(person).merged();
    if (link != null) {
      gather(link.into());
      return;
    }
    now(person).heard(Cause.HEARD, null).ifPresent(it -> people.put(person, it.after()));
  }

  Person person(String id) {
    return Optional.ofNullable(people.get(id)).orElseThrow();
  }

  Deciding now(String person) {
    var absorbed = absorbed(person);
    var ids = new ArrayList<>(List.of(person));
    absorbed.forEach(it -> ids.add(it.id()));
    var theirs =
        talks.values().stream().filter(talk -> ids.contains(owner(talk.conversation()))).toList();
    var thought = opinions.values().stream().filter(it -> ids.contains(owner(it.id()))).toList();
    var material = Material.of(theirs, thought, absorbed, ConsentPolicy.DEFAULT);
    return new Deciding(person(person), material, VisitorStory.BEGIN.plusSeconds(5000));
  }

  private List<Person> absorbed(String person) {
    var absorbed = new ArrayList<Person>();
    for (var other : people.values()) {
      if (other.merged() != null && other.merged().into().equals(person)) {
        absorbed.add(other);
        absorbed.addAll(absorbed(other.id()));
      }
    }
    return absorbed;
  }
}
