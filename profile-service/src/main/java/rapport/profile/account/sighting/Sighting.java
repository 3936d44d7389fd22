package rapport.profile.account.sighting;

import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent;

/**
 * A record of another system as it was last told.
 *
 * @param event the whole record; null before anything is known
 */
public record Sighting(@Nullable IntegrationEvent event) {

  static final Sighting NONE = new Sighting(null);

  /** Whether it is told of a connection, or of a lead, which accounts have no place for. */
  boolean isNoneOfOurs() {
    return event instanceof IntegrationEvent.ConnectionChanged
        || event instanceof IntegrationEvent.LeadSeen;
  }
}
