package rapport.runtime.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import rapport.contracts.Envelope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the views of a projection are kept; implemented by the service's store. */
public interface Views<V, E> {

  /**
   * A view that has moved.
   *
   * @param expectedRev the revision it stood at; 0 when there must be no view yet
   * @param newRev the revision it stands at now, greater than {@code expectedRev}
   * @param applied the events folded in since; unknown ones are not among them, so it may be empty
   */
  record Change<V, E>(
      StreamRef stream, V view, long expectedRev, long newRev, List<Envelope<E>> applied) {

    public Change {
      applied = List.copyOf(applied);
    }
  }

  /** The view and the revision it stands at; empty when there is none. */
  Mono<Versioned<V>> find(String workspace, String stream);

  /**
   * Stores the view together with its revision in one write that takes effect only when the stored
   * revision is {@code expectedRev}; see {@link Change}.
   *
   * @return false when somebody else moved the view; nothing is changed then
   */
  Mono<Boolean> save(
      String workspace,
      String stream,
      V view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied);

  /** The views of all these streams that have one. Worth overriding with a single query. */
  default Mono<Map<StreamRef, Versioned<V>>> findAll(Collection<StreamRef> streams) {
    return Flux.fromIterable(streams)
        .concatMap(stream ->
            find(stream.workspace(), stream.stream()).map(view -> Map.entry(stream, view)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /**
   * Stores changes of different streams, each as {@link #save} does. Worth overriding with a single
   * request.
   *
   * @param changes may be none
   * @return true when all of them took effect; with false, or a failure, any of them may have
   */
  default Mono<Boolean> saveAll(List<Change<V, E>> changes) {
    return Flux.fromIterable(changes)
        .concatMap(change ->
            save(
                change.stream().workspace(),
                change.stream().stream(),
                change.view(),
                change.expectedRev(),
                change.newRev(),
                change.applied()))
        .all(saved -> saved);
  }
}
