package rapport.runtime.privacy;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.PrivacyEvent;
import rapport.runtime.projection.Projection;

/** Whether a service still has to do what a request asks for. */
final class RequestProjection implements Projection<RequestProjection.Asked, PrivacyEvent> {

  private final String self;

  RequestProjection(String self) {
    this.self = self;
  }

  /**
   * A request.
   *
   * @param due whether something is to be done
   */
  record Asked(boolean due) {}

  @Override
  public String name() {
    return self + "-privacy";
  }

  @Override
  public EventCatalog<PrivacyEvent> catalog() {
    return PrivacyEvent.CATALOG;
  }

  @Override
  public Asked empty(String workspace, String stream) {
    return new Asked(false);
  }

  @Override
  public Asked apply(Asked view, Envelope<PrivacyEvent> event) {
    return switch (event.event()) {
      case PrivacyEvent.ErasureRequested _, PrivacyEvent.ArchiveRequested _ -> new Asked(true);
      case PrivacyEvent.ErasureCompleted _ -> new Asked(false);
    };
  }
}
