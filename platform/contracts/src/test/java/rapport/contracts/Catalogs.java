package rapport.contracts;

import java.util.List;

/** Every catalog there is; a new one is added here. */
final class Catalogs {

  static final List<EventCatalog<?>> ALL =
      List.of(
          EventCatalog.CONVERSATION,
          EventCatalog.PROFILE,
          EventCatalog.LEAD,
          EventCatalog.ACCOUNT,
          EventCatalog.PERSON,
          EventCatalog.HEALTH,
          PersonaState.CATALOG,
          LeadState.CATALOG,
          PersonState.CATALOG,
          HealthState.CATALOG,
          IntegrationEvent.CATALOG,
          EventCatalog.AUTOMATION,
          PrivacyEvent.CATALOG);

  private Catalogs() {}
}
