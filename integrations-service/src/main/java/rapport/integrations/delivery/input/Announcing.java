package rapport.integrations.delivery.input;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.integrations.delivery.EventTypes;
import rapport.runtime.projection.Projection;

/**
 * Reads a topic for what is to be delivered. Nothing is kept of a stream but how far it was read;
 * streams that begin with what nobody can ask for, such as visitors, are passed over.
 */
record Announcing<E>(String name, EventCatalog<E> catalog)
    implements Projection<Announcing.Seen, E> {

  /** Whether anything was seen that may be delivered. */
  enum Seen {
    NOTHING,
    SOMETHING,
    OTHER_THINGS
  }

  @Override
  public Seen empty(String workspace, String stream) {
    return Seen.NOTHING;
  }

  @Override
  public Seen apply(Seen seen, Envelope<E> event) {
    return seen == Seen.NOTHING ? first(event) : seen;
  }

  private Seen first(Envelope<E> event) {
    var offered =
        catalog.types().entrySet().stream()
            .filter(type -> type.getValue().isInstance(event.event()))
            .anyMatch(type -> EventTypes.contains(type.getKey()));
    return offered ? Seen.SOMETHING : Seen.OTHER_THINGS;
  }

  @Override
  public boolean passesOver(Seen seen) {
    return seen == Seen.OTHER_THINGS;
  }
}
