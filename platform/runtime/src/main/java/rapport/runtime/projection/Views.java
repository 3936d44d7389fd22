package rapport.runtime.projection;

import java.util.List;
import rapport.contracts.Envelope;
import reactor.core.publisher.Mono;

/** Where the views of a projection are kept; implemented by the service's store. */
public interface Views<V, E> {

  /** The view and the revision it stands at; empty when there is none. */
  Mono<Versioned<V>> find(String workspace, String stream);

  /**
   * Stores the view together with its revision in one write that takes effect only when the stored
   * revision is {@code expectedRev}.
   *
   * @param expectedRev 0 when there must be no view yet
   * @param newRev the revision the view stands at now, greater than {@code expectedRev}
   * @param applied the events folded in since; unknown ones are not among them, so it may be empty
   * @return false when somebody else moved the view; nothing is changed then
   */
  Mono<Boolean> save(
      String workspace,
      String stream,
      V view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied);
}
