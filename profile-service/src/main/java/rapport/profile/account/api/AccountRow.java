package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.lifecycle.Standing;

/**
 * An account in a list.
 *
 * @param arr of its active contracts, whatever their currencies
 * @param currency of that sum; absent where there is none, or of several currencies
 * @param renewsOn the first day one of them ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountRow(
    String id,
    long rev,
    String name,
    @Nullable String domain,
    @Nullable String industry,
    @Nullable String segment,
    @Nullable String owner,
    Standing standing,
    boolean archived,
    int contacts,
    int openDeals,
    BigDecimal arr,
    @Nullable String currency,
    @Nullable LocalDate renewsOn,
    @Nullable Instant lastTouchAt,
    Instant changedAt) {

  static AccountRow of(AccountState state) {
    var account = state.known();
    var details = account.details();
    var active = state.contracts().values().stream().filter(Contract::active).toList();
    var currencies =
        active.stream().map(contract -> contract.terms().currency()).distinct().toList();
    return new AccountRow(
        account.id(),
        account.rev(),
        details.name(),
        details.domain(),
        details.industry(),
        details.segment(),
        details.owner(),
        account.standing(),
        account.archived(),
        Math.toIntExact(state.contacts().values().stream().filter(Contact::active).count()),
        Math.toIntExact(state.deals().values().stream().filter(Deal::open).count()),
        active.stream()
            .map(contract -> contract.terms().annualRecurringRevenue())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        currencies.size() == 1 ? currencies.getFirst() : null,
        active.stream()
            .map(contract -> contract.terms().endsOn())
            .min(LocalDate::compareTo)
            .orElse(null),
        state.touches().isEmpty() ? null : state.touches().getFirst().at(),
        account.changedAt());
  }
}
