package rapport.integrations.automation.input;

import java.util.function.BiFunction;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.runtime.projection.Projection;

/** Watches a topic for the automations. */
record Watching<E>(
    String name, EventCatalog<E> catalog, BiFunction<Watched, Envelope<E>, Watched> reader)
    implements Projection<Watched, E> {

  @Override
  public Watched empty(String workspace, String stream) {
    return Watched.NEW;
  }

  @Override
  public Watched apply(Watched view, Envelope<E> event) {
    return reader.apply(view, event);
  }

  @Override
  public boolean passesOver(Watched view) {
    return view.ignored();
  }
}
