package rapport.profile.account.health;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthState;
import rapport.runtime.projection.Projection;

/** Keeps the latest word on each account's health. */
final class HealthProjection implements Projection<ToldHealth, HealthState> {

  @Override
  public String name() {
    return "profile-health";
  }

  @Override
  public EventCatalog<HealthState> catalog() {
    return HealthState.CATALOG;
  }

  @Override
  public ToldHealth empty(String workspace, String stream) {
    return ToldHealth.NONE;
  }

  @Override
  public ToldHealth apply(ToldHealth view, Envelope<HealthState> event) {
    return new ToldHealth(event.event(), event.at());
  }
}
