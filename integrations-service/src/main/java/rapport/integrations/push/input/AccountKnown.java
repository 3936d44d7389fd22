package rapport.integrations.push.input;

import java.util.LinkedHashMap;
import java.util.Set;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountArchived;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.HealthState;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;
import rapport.integrations.push.Said.Weight;

/** A company and how it does, for other systems. */
final class AccountKnown {

  private static final Set<String> CRMS = Set.of("salesforce");

  private AccountKnown() {}

  static Known signal(Known before, Envelope<AccountSignal> envelope) {
    return switch (envelope.event()) {
      case AccountRecorded it -> recorded(it);
      case AccountArchived _ -> new Known(before.label(), false, before.values());
      default -> before;
    };
  }

  private static Known recorded(AccountRecorded account) {
    var weight = CRMS.contains(account.source()) ? Weight.THEIRS : Weight.OURS;
    var values = new LinkedHashMap<String, Said>();
    values.put("name", new Said(FieldValue.text(account.name()), weight));
    if (account.industry() != null) {
      values.put("industry", new Said(FieldValue.text(account.industry()), weight));
    }
    if (account.segment() != null) {
      values.put("segment", new Said(FieldValue.text(account.segment()), weight));
    }
    if (account.employees() != null) {
      values.put("employees", new Said(FieldValue.Num.of(account.employees()), weight));
    }
    return new Known(account.name(), true, values);
  }

  static Known health(Known before, Envelope<HealthState> envelope) {
    var state = envelope.event();
    var values = new LinkedHashMap<String, Said>();
    var score = state.score();
    if (score != null) {
      values.put("health_score", Said.figure(LeadKnown.rounded(score, 1)));
    }
    var band = state.band();
    if (band != null) {
      values.put("health_band", Said.figure(FieldValue.text(band.wire())));
    }
    var churn = state.churn();
    if (churn != null) {
      values.put("churn_probability", Said.figure(LeadKnown.rounded(churn.probability(), 2)));
    }
    return new Known(state.name(), false, values);
  }
}
