package rapport.profile.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonState;
import rapport.contracts.PersonState.Leaf;

/**
 * A person as they are known.
 *
 * @param rev counts what has been told of them; 0 for somebody new
 * @param leaves what a reader sees, by path; none of somebody merged into another person
 * @param hands what colleagues decided, by path
 * @param conversations theirs, and those of everybody merged into them
 * @param merged into whom; none for somebody of their own
 * @param changedAt when something of them changed last; none for somebody new
 */
public record Person(
    String id,
    long rev,
    Map<String, Leaf> leaves,
    Map<String, Hand> hands,
    List<String> conversations,
    @Nullable Link merged,
    @Nullable Instant changedAt) {

  public Person {
    leaves = Collections.unmodifiableMap(new LinkedHashMap<>(leaves));
    hands = Collections.unmodifiableMap(new TreeMap<>(hands));
    conversations = List.copyOf(conversations);
  }

  /** Somebody nothing is known of. */
  public static Person none(String id) {
    return new Person(id, 0, Map.of(), Map.of(), List.of(), null, null);
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

  /** What colleagues say of them. */
  public Stream<Claim> decided() {
    return hands.values().stream().flatMap(hand -> hand.said().stream());
  }

  /** What is told of them to other services. */
  public PersonState state() {
    return new PersonState(merged == null ? null : merged.into(), conversations, leaves);
  }

  Optional<Hand> hand(String path) {
    return Optional.ofNullable(hands.get(path));
  }

  /** As they are seen by all that is said of them now; the rest stays. */
  Person seen(Material material) {
    var claims = new ArrayList<>(material.claims());
    decided().forEach(claims::add);
    Map<String, Leaf> seen = merged == null ? Leaves.of(claims) : Map.of();
    return new Person(id, rev, seen, hands, material.conversations(), merged, changedAt);
  }

  Person with(String path, @Nullable Hand hand) {
    var changed = new TreeMap<>(hands);
    if (hand == null) {
      changed.remove(path);
    } else {
      changed.put(path, hand);
    }
    return new Person(id, rev, leaves, changed, conversations, merged, changedAt);
  }

  Person merged(@Nullable Link link) {
    return new Person(id, rev, leaves, hands, conversations, link, changedAt);
  }

  Person at(long newRev, Instant at) {
    return new Person(id, newRev, leaves, hands, conversations, merged, at);
  }
}
