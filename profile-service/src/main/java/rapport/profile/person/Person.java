package rapport.profile.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;
import rapport.contracts.PersonState.Leaf;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.consent.Consents;

/**
 * A person as they are known.
 *
 * @param rev counts what has been told of them; 0 for somebody new
 * @param leaves what a reader sees, by path; none of somebody merged into another person
 * @param hands what colleagues decided, by path
 * @param conversations theirs, and those of everybody merged into them
 * @param consents what was recorded of their consents; their talks say more
 * @param withheld what must not be done with what is known of them; none of somebody merged
 * @param merged into whom; none for somebody of their own
 * @param changedAt when something of them changed last; none for somebody new
 */
public record Person(
    String id,
    long rev,
    Map<String, Leaf> leaves,
    Map<String, Hand> hands,
    List<String> conversations,
    List<ConsentEntry> consents,
    Set<ConsentPurpose> withheld,
    @Nullable Link merged,
    @Nullable Instant changedAt) {

  private static final Set<ConsentPurpose> NOTHING = Set.of();

  public Person {
    leaves = Collections.unmodifiableMap(new LinkedHashMap<>(leaves));
    hands = Collections.unmodifiableMap(new TreeMap<>(hands));
    conversations = List.copyOf(conversations);
    consents = List.copyOf(consents);
    withheld = Set.copyOf(withheld);
  }

  /** Somebody nothing is known of. */
  public static Person none(String id) {
    return new Person(id, 0, Map.of(), Map.of(), List.of(), List.of(), Set.of(), null, null);
  }

  /** Whether there is anything to show: somebody of their own of whom something is known. */
  public boolean isShown() {
    return merged == null && !leaves.isEmpty();
  }

  /** The value at that path as people read it; empty when there is none. */
  public String text(String path) {
    var leaf = leaves.get(path);
    return leaf == null ? "" : leaf.value().display();
  }

  /**
   * When they said something last, here or by a consent that a colleague wrote down, or when a
   * colleague decided something about them; for want of all that, when something of them changed.
   */
  public Optional<Instant> heardAt() {
    var seen = Optional.ofNullable(leaves.get(PersonFields.LAST_SEEN)).map(Leaf::at).stream();
    var decided = hands.values().stream().map(Hand::at);
    var consented = consents.stream().map(ConsentEntry::recordedAt);
    return Stream.of(seen, decided, consented)
        .flatMap(times -> times)
        .max(Comparator.naturalOrder())
        .or(() -> Optional.ofNullable(changedAt));
  }

  /** What colleagues say of them. */
  public Stream<Claim> decided() {
    return hands.values().stream().flatMap(hand -> hand.said().stream());
  }

  /** What is told of them to other services. */
  public PersonState state() {
    var purposes = withheld.stream().sorted().toList();
    return new PersonState(merged == null ? null : merged.into(), conversations, leaves, purposes);
  }

  Optional<Hand> hand(String path) {
    return Optional.ofNullable(hands.get(path));
  }

  /** As they are seen by all that is said of them now; the rest stays. */
  Person seen(Material material) {
    var forbidden = merged == null ? ledger(material).withheld(material.policy()) : NOTHING;
    var profiled = !forbidden.contains(ConsentPurpose.PROFILING);
    var claims = new ArrayList<>(material.claims());
    decided().forEach(claims::add);
    if (profiled) {
      claims.addAll(material.concluded());
    }
    Map<String, Leaf> seen = merged == null ? Leaves.of(claims, profiled) : Map.of();
    return new Person(
        id, rev, seen, hands, material.conversations(), consents, forbidden, merged, changedAt);
  }

  /** Everything that was said of consents, by them and by whoever was merged into them. */
  public Consents ledger(Material material) {
    return Consents.of(Stream.concat(material.consents().stream(), consents.stream()).toList());
  }

  Person with(ConsentEntry entry) {
    var more = new ArrayList<>(consents);
    more.add(entry);
    return new Person(id, rev, leaves, hands, conversations, more, withheld, merged, changedAt);
  }

  Person with(String path, @Nullable Hand hand) {
    var changed = new TreeMap<>(hands);
    if (hand == null) {
      changed.remove(path);
    } else {
      changed.put(path, hand);
    }
    return new Person(
        id, rev, leaves, changed, conversations, consents, withheld, merged, changedAt);
  }

  Person merged(@Nullable Link link) {
    return new Person(id, rev, leaves, hands, conversations, consents, withheld, link, changedAt);
  }

  Person at(long newRev, Instant at) {
    return new Person(id, newRev, leaves, hands, conversations, consents, withheld, merged, at);
  }
}
