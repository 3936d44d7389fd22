package rapport.profile.account.sighting;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.IntegrationEvent;
import rapport.runtime.projection.Projection;

/** Keeps the latest word on each record of another system. */
final class SightingProjection implements Projection<Sighting, IntegrationEvent> {

  @Override
  public String name() {
    return "profile-sightings";
  }

  @Override
  public EventCatalog<IntegrationEvent> catalog() {
    return IntegrationEvent.CATALOG;
  }

  @Override
  public Sighting empty(String workspace, String stream) {
    return Sighting.NONE;
  }

  @Override
  public Sighting apply(Sighting view, Envelope<IntegrationEvent> event) {
    return new Sighting(event.event());
  }

  @Override
  public boolean passesOver(Sighting view) {
    return view.isNoneOfOurs();
  }
}
