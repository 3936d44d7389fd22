package rapport.profile.consent;

import java.util.Set;
import rapport.contracts.ConsentPurpose;

/**
 * What counts of people whose ledger says nothing about a purpose.
 *
 * @param needed purposes for which nothing may be done before they have agreed; for all others
 *     there is a legitimate interest until they object
 */
public record ConsentPolicy(Set<ConsentPurpose> needed) {

  /** Of workspaces that have not decided otherwise. */
  public static final ConsentPolicy DEFAULT = new ConsentPolicy(Set.of(ConsentPurpose.MARKETING));

  public ConsentPolicy {
    needed = Set.copyOf(needed);
  }
}
