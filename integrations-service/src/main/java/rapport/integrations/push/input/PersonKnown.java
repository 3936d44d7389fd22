package rapport.integrations.push.input;

import java.util.LinkedHashMap;
import java.util.Map;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.PersonState;
import rapport.contracts.PersonState.Leaf;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;
import rapport.integrations.push.Said.Weight;

/** A person, for other systems; without an address nobody could tell who it is. */
final class PersonKnown {

  private static final String EMAIL = "identity.email";
  private static final String NAME = "identity.name";
  private static final Map<String, String> LEAVES =
      Map.of(EMAIL, "email", "identity.phone", "phone", "behavior.role", "title");

  private PersonKnown() {}

  static Known apply(Known before, Envelope<PersonState> envelope) {
    var person = envelope.event();
    var email = person.leaves().get(EMAIL);
    if (person.mergedInto() != null || email == null) {
      return Known.NOTHING;
    }
    var values = new LinkedHashMap<String, Said>();
    PersonName.putAddress(values, email.value().display());
    LEAVES.forEach((path, name) -> {
      var leaf = person.leaves().get(path);
      if (leaf != null) {
        values.put(name, new Said(FieldValue.text(leaf.value().display()), weight(leaf)));
      }
    });
    var name = person.leaves().get(NAME);
    if (name != null) {
      PersonName.put(values, name.value().display(), weight(name));
    }
    var wanted = !person.withholds(ConsentPurpose.CRM);
    return new Known(email.value().display(), wanted, values);
  }

  private static Weight weight(Leaf leaf) {
    return leaf.locked() ? Weight.SETTLED : leaf.by().equals("crm") ? Weight.THEIRS : Weight.OURS;
  }
}
