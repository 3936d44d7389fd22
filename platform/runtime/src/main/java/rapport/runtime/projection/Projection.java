package rapport.runtime.projection;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;

/**
 * Folds the events of a stream into a view. Pure: the same events give the same view, so a view
 * that was dropped can be built again. The runner sees to order, duplicates and storage.
 */
public interface Projection<V, E> {

  /** Names the Kafka consumer group and the {@code consumer} of metrics; never change it. */
  String name();

  /** The events it reads and the topic they are on. */
  EventCatalog<E> catalog();

  /** The view of a stream of which nothing is known yet. */
  V empty(String workspace, String stream);

  /** The view after the event. Throwing sets the stream aside; see {@link Quarantine}. */
  V apply(V view, Envelope<E> event);

  /**
   * Whether a stream with this view has turned out to be none of the projection's business. Such a
   * view is stored once; what follows is dropped, unread and with its gaps.
   */
  default boolean passesOver(V view) {
    return false;
  }

  /**
   * Whether somebody waits for the view. Then every event is delivered at once instead of together
   * with what comes within the next 200 ms; that costs CPU also when little happens.
   */
  default boolean isPrompt() {
    return false;
  }
}
