package rapport.profile.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConsentPurpose;

/**
 * A person's ledger, and what follows from it. What the person said last counts, not what was
 * recorded last: an import of old forms does not overrule a withdrawal.
 *
 * @param ledger in the order in which things were said
 */
public record Consents(List<ConsentEntry> ledger) {

  /** Of two at the same moment the withdrawal is the later one. */
  private static final Comparator<ConsentEntry> AS_SAID =
      Comparator.comparing(ConsentEntry::at)
          .thenComparing(ConsentEntry::granted, Comparator.reverseOrder())
          .thenComparing(ConsentEntry::id);

  /** How it stands with a purpose. */
  public enum State {
    GRANTED,
    WITHDRAWN,
    /** The ledger says nothing; there is a legitimate interest. */
    ASSUMED,
    /** The ledger says nothing, and they would have to agree first. */
    NEEDED;

    public boolean isAllowed() {
      return this == GRANTED || this == ASSUMED;
    }

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A purpose.
   *
   * @param entry what decides; none when the ledger says nothing
   */
  public record Standing(ConsentPurpose purpose, State state, @Nullable ConsentEntry entry) {}

  public Consents {
    ledger = List.copyOf(ledger);
  }

  /** The ledger of these lines, in any order, and some of them perhaps twice. */
  public static Consents of(Collection<ConsentEntry> entries) {
    return new Consents(entries.stream().distinct().sorted(AS_SAID).toList());
  }

  /** How it stands with every purpose. */
  public List<Standing> standing(ConsentPolicy policy) {
    return Stream.of(ConsentPurpose.values()).map(each -> standing(each, policy)).toList();
  }

  private Standing standing(ConsentPurpose purpose, ConsentPolicy policy) {
    return latest(purpose)
        .map(entry ->
            new Standing(purpose, entry.granted() ? State.GRANTED : State.WITHDRAWN, entry))
        .orElseGet(() ->
            new Standing(
                purpose, policy.needed().contains(purpose) ? State.NEEDED : State.ASSUMED, null));
  }

  private Optional<ConsentEntry> latest(ConsentPurpose purpose) {
    return ledger.stream().filter(entry -> entry.purpose() == purpose).reduce((_, next) -> next);
  }

  /** Whether two withdrawals, in any order, differ: something was agreed to between them. */
  public boolean hasGrantBetween(ConsentEntry one, ConsentEntry other) {
    var isFirst = one.at().isBefore(other.at());
    var earlier = isFirst ? one.at() : other.at();
    var later = isFirst ? other.at() : one.at();
    return ledger.stream()
        .filter(line -> line.granted() && line.purpose() == one.purpose())
        .anyMatch(grant -> grant.at().isAfter(earlier) && !grant.at().isAfter(later));
  }

  /** What must not be done. */
  public Set<ConsentPurpose> withheld(ConsentPolicy policy) {
    return standing(policy).stream()
        .filter(each -> !each.state().isAllowed())
        .map(Standing::purpose)
        .collect(Collectors.toUnmodifiableSet());
  }
}
