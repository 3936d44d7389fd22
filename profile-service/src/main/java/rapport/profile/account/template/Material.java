package rapport.profile.account.template;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthState;
import rapport.profile.account.Account;
import rapport.profile.account.AccountState;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.insight.Insight;

/**
 * What templates are filled in with.
 *
 * @param interactions the latest, the latest first
 * @param health absent as long as nothing was told of it
 * @param healthAt since when that holds
 * @param now when it is filled in
 */
public record Material(
    AccountState state,
    Insight insight,
    List<InteractionDetails> interactions,
    @Nullable HealthState health,
    @Nullable Instant healthAt,
    Instant now) {

  public Material {
    interactions = List.copyOf(interactions);
  }

  public Account account() {
    return state.known();
  }

  /** What a person at the account is called; the id of one who is not known. */
  String name(String contact) {
    var known = state.contacts().get(contact);
    return known == null ? contact : known.details().name();
  }

  List<String> names(List<String> contacts) {
    return contacts.stream().map(this::name).toList();
  }
}
