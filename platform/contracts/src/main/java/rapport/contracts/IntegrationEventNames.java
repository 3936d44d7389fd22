package rapport.contracts;

import java.util.LinkedHashMap;
import java.util.Map;

/** The wire names of {@link IntegrationEvent}. */
final class IntegrationEventNames {

  static final EventCatalog<IntegrationEvent> CATALOG =
      new EventCatalog<>("rapport.integration.events", "/rapport/integrations-service", names());

  private IntegrationEventNames() {}

  private static Map<String, Class<? extends IntegrationEvent>> names() {
    var names = new LinkedHashMap<String, Class<? extends IntegrationEvent>>();
    names.put("rapport.integration.account-seen.v1", IntegrationEvent.AccountSeen.class);
    names.put("rapport.integration.contact-seen.v1", IntegrationEvent.ContactSeen.class);
    names.put("rapport.integration.lead-seen.v1", IntegrationEvent.LeadSeen.class);
    names.put("rapport.integration.deal-seen.v1", IntegrationEvent.DealSeen.class);
    names.put("rapport.integration.case-seen.v1", IntegrationEvent.CaseSeen.class);
    names.put("rapport.integration.usage-seen.v1", IntegrationEvent.UsageSeen.class);
    names.put("rapport.integration.interaction-seen.v1", IntegrationEvent.InteractionSeen.class);
    names.put("rapport.integration.record-deleted.v1", IntegrationEvent.RecordDeleted.class);
    names.put(
        "rapport.integration.connection-changed.v1", IntegrationEvent.ConnectionChanged.class);
    return names;
  }
}
