package rapport.profile.account.store;

import rapport.profile.account.AccountState;

/** An account as it stands at a revision of its stream; 0 before it exists. */
public record Head(AccountState state, long rev) {

  static final Head NONE = new Head(AccountState.NONE, 0);
}
