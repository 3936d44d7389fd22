package rapport.lead.crm;

import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent;

/**
 * A record of another system as it was last told.
 *
 * @param event the whole record; null before anything is known
 */
public record CrmRecord(@Nullable IntegrationEvent event) {

  static final CrmRecord NONE = new CrmRecord(null);

  /** Whether leads have nothing to do with such records. */
  boolean concernsNoLead() {
    return !(event == null
        || event instanceof IntegrationEvent.AccountSeen
        || event instanceof IntegrationEvent.LeadSeen
        || event instanceof IntegrationEvent.DealSeen);
  }
}
