package rapport.profile.account.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountDetails;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.Source;
import rapport.profile.account.api.Edits;

/** What a row of a file changes: a new account, or values of one, and likewise its contact. */
@Component
final class RowIntake {

  private final Edits edits;

  RowIntake(Edits edits) {
    this.edits = edits;
  }

  /** The changes; fails when a value cannot be. Values that outrank those of files stay. */
  List<Change> decide(AccountState state, FileRow row, Source source) {
    var changes = new ArrayList<>(account(state, row, source));
    var after = state;
    for (var change : changes) {
      after = after.with(change);
    }
    if (!row.contact().isEmpty()) {
      changes.addAll(contact(after, row, source));
    }
    return changes;
  }

  private List<Change> account(AccountState state, FileRow row, Source source) {
    var account = state.account();
    if (account == null) {
      var fresh = edits.fresh(AccountDetails.class, row.account(), source);
      return Decide.create(
          state,
          row.accountId(),
          fresh.details(),
          null,
          row.externalId(),
          fresh.merge().sources(),
          source);
    }
    var merged =
        edits.merge(
            account.details(), AccountDetails.class, account.sources(), row.account(), source);
    return Decide.edit(state, null, merged.details(), merged.merge().sources(), source.at());
  }

  private List<Change> contact(AccountState state, FileRow row, Source source) {
    var id = row.contactId();
    var contact = state.contacts().get(id);
    if (contact == null) {
      var fresh = edits.fresh(ContactDetails.class, row.contact(), source);
      return Decide.addContact(
          state,
          new Contact(
              id,
              1,
              fresh.details(),
              source.system(),
              null,
              null,
              null,
              source.at(),
              source.at(),
              fresh.merge().sources()));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.contact());
    var merged =
        edits.merge(contact.details(), ContactDetails.class, contact.sources(), values, source);
    return Decide.editContact(
        state, id, null, merged.details(), merged.merge().sources(), source.at());
  }
}
