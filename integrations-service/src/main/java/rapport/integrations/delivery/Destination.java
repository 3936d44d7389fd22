package rapport.integrations.delivery;

import java.util.Locale;

/**
 * Where things are delivered to. Each has a lane of its own, so that a dead one holds up no other.
 *
 * @param id of the webhook; of other kinds the channel, or the mail server, that is {@code smtp}
 */
public record Destination(Kind kind, String id) {

  /** How it is reached. */
  public enum Kind {
    WEBHOOK,
    SLACK,
    EMAIL;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Its name among the destinations of a workspace. */
  public String key() {
    return kind.wire() + ":" + id;
  }
}
