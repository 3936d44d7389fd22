package rapport.lead.crm;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.IntegrationEvent;
import rapport.runtime.projection.Projection;

/** Keeps the latest word on companies, leads and deals of other systems. */
final class CrmProjection implements Projection<CrmRecord, IntegrationEvent> {

  @Override
  public String name() {
    return "lead-crm";
  }

  @Override
  public EventCatalog<IntegrationEvent> catalog() {
    return IntegrationEvent.CATALOG;
  }

  @Override
  public CrmRecord empty(String workspace, String stream) {
    return CrmRecord.NONE;
  }

  @Override
  public CrmRecord apply(CrmRecord view, Envelope<IntegrationEvent> event) {
    return new CrmRecord(event.event());
  }

  @Override
  public boolean passesOver(CrmRecord view) {
    return view.concernsNoLead();
  }
}
