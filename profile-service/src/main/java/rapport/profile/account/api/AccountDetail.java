package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import rapport.profile.account.Account;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.Report;
import rapport.profile.account.insight.Insight;

/** An account with everything that belongs to it and follows from it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountDetail(
    Account account,
    Insight insight,
    Collection<Contact> contacts,
    Collection<Deal> deals,
    Collection<Contract> contracts,
    Collection<Report.Goal> goals) {

  static AccountDetail of(AccountState state, Instant now) {
    return new AccountDetail(
        state.known(),
        Insight.of(state, now),
        state.contacts().values(),
        state.deals().values(),
        state.contracts().values(),
        state.goals().values());
  }
}
