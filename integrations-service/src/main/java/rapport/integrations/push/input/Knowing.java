package rapport.integrations.push.input;

import java.util.function.BiFunction;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.integrations.push.Known;
import rapport.runtime.projection.Projection;

/** Reads a topic for what can be pushed. */
record Knowing<E>(
    String name, EventCatalog<E> catalog, BiFunction<Known, Envelope<E>, Known> reader)
    implements Projection<Known, E> {

  @Override
  public Known empty(String workspace, String stream) {
    return Known.NOTHING;
  }

  @Override
  public Known apply(Known known, Envelope<E> event) {
    return reader.apply(known, event);
  }
}
