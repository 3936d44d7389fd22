package rapport.profile.identity;

import java.util.ArrayList;
import java.util.List;
import rapport.profile.person.Addresses;
import rapport.profile.person.Talk;

/**
 * What one person has and nobody else.
 *
 * @param kind {@code email} or {@code visitor}
 */
record Identifier(String kind, String value) {

  static Identifier email(String address) {
    return new Identifier("email", Addresses.plain(address));
  }

  /** As it is stored. */
  String key() {
    return kind + ":" + value;
  }

  /**
   * What says for sure whose the talk is, the surest first: whom a website vouches for, then the
   * address they gave. A device alone does not say: others may sit at it.
   */
  static List<Identifier> of(Talk talk) {
    var identifiers = new ArrayList<Identifier>();
    var visitor = talk.visitor();
    if (visitor != null && talk.isVouchedFor()) {
      identifiers.add(new Identifier("visitor", visitor));
    }
    talk.address().ifPresent(address -> identifiers.add(email(address)));
    return List.copyOf(identifiers);
  }
}
