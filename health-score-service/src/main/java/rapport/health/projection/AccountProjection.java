package rapport.health.projection;

import rapport.contracts.AccountSignal;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.health.account.AccountFacts;
import rapport.runtime.projection.Projection;

/** Folds the signals of accounts into what is known of each. */
final class AccountProjection implements Projection<AccountFacts, AccountSignal> {

  @Override
  public String name() {
    return "health-accounts";
  }

  @Override
  public EventCatalog<AccountSignal> catalog() {
    return EventCatalog.ACCOUNT;
  }

  @Override
  public AccountFacts empty(String workspace, String stream) {
    return AccountFacts.NONE;
  }

  @Override
  public AccountFacts apply(AccountFacts view, Envelope<AccountSignal> event) {
    return view.apply(event.event());
  }

  /** An alert is to follow within a second. */
  @Override
  public boolean isPrompt() {
    return true;
  }
}
