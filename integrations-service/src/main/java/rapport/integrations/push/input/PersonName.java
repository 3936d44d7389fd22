package rapport.integrations.push.input;

import java.util.Map;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Said;
import rapport.integrations.push.Said.Weight;

/** CRMs want a last name of everybody, and keep it apart. */
final class PersonName {

  private PersonName() {}

  /** The name in two; the last word is the last name. */
  static void put(Map<String, Said> values, String name, Weight weight) {
    var plain = name.strip().replaceAll("\\s+", " ");
    var space = plain.lastIndexOf(' ');
    if (space > 0) {
      values.put("first_name", new Said(FieldValue.text(plain.substring(0, space)), weight));
    }
    values.put("last_name", new Said(FieldValue.text(plain.substring(space + 1)), weight));
  }

  /** What stands before the at sign, for want of a name. */
  static void putAddress(Map<String, Said> values, String email) {
    var at = email.indexOf('@');
    values.put("last_name", Said.ours(at > 0 ? email.substring(0, at) : email));
  }
}
