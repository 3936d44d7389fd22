package rapport.integrations.push.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadState;
import rapport.contracts.LeadState.Status;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;

/** A lead, for other systems. */
final class LeadKnown {

  private static final Map<String, String> FACTS =
      Map.of("company.name", "company", "company.industry", "industry", "identity.phone", "phone");

  private LeadKnown() {}

  static Known apply(Known before, Envelope<LeadState> envelope) {
    var lead = envelope.event();
    var values = new LinkedHashMap<String, Said>();
    PersonName.putAddress(values, lead.email());
    values.put("email", Said.ours(lead.email()));
    values.put("company", Said.ours(domain(lead.email())));
    for (var fact : lead.facts()) {
      var name = FACTS.get(fact.path());
      if (name != null) {
        values.put(name, Said.ours(fact.value().display()));
      } else if (fact.path().equals("identity.name")) {
        PersonName.put(values, fact.value().display(), Said.Weight.OURS);
      }
    }
    values.put("status", Said.ours(lead.status().wire()));
    score(values, lead);
    return new Known(lead.email(), lead.status() != Status.WITHDRAWN, values, lead.conversations());
  }

  private static void score(Map<String, Said> values, LeadState lead) {
    var score = lead.score();
    values.put("lead_points", Said.figure(rounded(score.points(), 0)));
    values.put("lead_grade", Said.figure(FieldValue.text(score.grade())));
    values.put("conversion_probability", Said.figure(rounded(score.conversionProbability(), 2)));
    var persona = lead.persona();
    if (persona != null) {
      values.put("persona", Said.figure(FieldValue.text(persona.name())));
    }
    if (lead.nextBestAction() != null) {
      values.put("next_best_action", Said.figure(FieldValue.text(lead.nextBestAction())));
    }
  }

  /** A company nobody named yet goes by the domain of the address. */
  private static String domain(String email) {
    return email.substring(email.indexOf('@') + 1);
  }

  static FieldValue rounded(double number, int digits) {
    return new FieldValue.Num(BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP));
  }
}
