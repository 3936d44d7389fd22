package rapport.integrations.push.input;

import java.util.List;
import rapport.integrations.push.Kind;

/** Which sources know something of a kind. */
public final class Sources {

  public static final String LEADS = "lead";
  public static final String PEOPLE = "person";
  public static final String ACCOUNTS = "account";
  public static final String HEALTH = "health";

  private Sources() {}

  /** The one that decides whether there is anything, and those that know more of it. */
  public static List<String> of(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> List.of(ACCOUNTS, HEALTH);
      case CONTACT -> List.of(PEOPLE);
      case LEAD -> List.of(LEADS);
      case TASK -> List.of();
    };
  }

  /** What a source knows something of. */
  public static Kind kind(String source) {
    return switch (source) {
      case LEADS -> Kind.LEAD;
      case PEOPLE -> Kind.CONTACT;
      default -> Kind.ACCOUNT;
    };
  }
}
