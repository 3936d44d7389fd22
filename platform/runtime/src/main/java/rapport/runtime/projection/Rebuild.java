package rapport.runtime.projection;

import org.jspecify.annotations.Nullable;
import rapport.contracts.Received;
import rapport.runtime.projection.StreamFolder.Poison;

/** Folds the views of a projection anew, stream by stream, from what their owner has. Blocks. */
final class Rebuild<V, E> {

  /** What became of the view of a stream. */
  enum Outcome {
    /** It says what its events say. */
    SAME,
    /** There was none, or not all of it: now it is there. */
    COMPLETED,
    /** It said something else and was put right. */
    REWRITTEN,
    /** It stands at a revision its owner does not have (any more); it is left as it is. */
    AHEAD,
    /** An event cannot be folded; the view is left as it is. */
    FAILED
  }

  /**
   * A view beside the events of its stream.
   *
   * @param storedRev where the view stands, 0 when there is none
   * @param ownerRev the last revision the owner has; less than there are when the projection passes
   *     the stream over
   * @param same whether the view is what the events up to {@code storedRev} fold to
   */
  record Comparison(String stream, long storedRev, long ownerRev, boolean same) {}

  private static final int TRIES = 20;
  private static final int EVENTS_AT_ONCE = 100;

  private final Projection<V, E> projection;
  private final RebuildableViews<V, E> views;
  private final StreamFolder<V, E> folder;

  Rebuild(Projection<V, E> projection, RebuildableViews<V, E> views, StreamFolder<V, E> folder) {
    this.projection = projection;
    this.views = views;
    this.folder = folder;
  }

  /**
   * @throws NotAnsweringException when the owner or the store does not answer
   */
  Outcome rebuild(StreamRef stream) {
    var before = stored(stream);
    if (folder.catchUp(stream).isPresent()) {
      return Outcome.FAILED;
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var stored = stored(stream);
      if (stored.rev() == 0) {
        return Outcome.SAME; // nothing in it is for this projection
      }
      var folded = new Folding(stream, stored.rev());
      if (folded.poison != null) {
        return Outcome.FAILED;
      }
      if (folded.rev < stored.rev()) {
        return Outcome.AHEAD;
      }
      if (views.agree(stored.view(), folded.view)) {
        return before.rev() < stored.rev() ? Outcome.COMPLETED : Outcome.SAME;
      }
      if (StreamFolder.wait(views.rewrite(stream, folded.view, stored.rev())).orElse(false)) {
        return Outcome.REWRITTEN;
      }
    }
    throw new IllegalStateException("the view of " + stream.key() + " keeps moving");
  }

  /** Only looks. */
  Comparison compare(StreamRef stream) {
    var stored = stored(stream);
    var folded = new Folding(stream, stored.rev());
    var same =
        folded.poison == null
            && folded.rev == stored.rev()
            && (stored.rev() == 0 || views.agree(stored.view(), folded.view));
    return new Comparison(stream.stream(), stored.rev(), folded.goOn(Long.MAX_VALUE).rev, same);
  }

  private Versioned<V> stored(StreamRef stream) {
    return StreamFolder.wait(views.find(stream.workspace(), stream.stream()))
        .orElseGet(() -> new Versioned<>(projection.empty(stream.workspace(), stream.stream()), 0));
  }

  /** From nothing through the owner's events. */
  private final class Folding {
    private final StreamRef stream;
    private V view;
    private long rev;
    private @Nullable Poison poison;

    Folding(StreamRef stream, long until) {
      this.stream = stream;
      this.view = projection.empty(stream.workspace(), stream.stream());
      var _ = goOn(until);
    }

    Folding goOn(long until) {
      while (rev < until && !isOver()) {
        var before = rev;
        var last = Math.min(until, rev + EVENTS_AT_ONCE);
        folder.ask(stream, rev + 1, last).forEach(this::take);
        if (rev == before) {
          break;
        }
      }
      return this;
    }

    private boolean isOver() {
      return poison != null || projection.passesOver(view);
    }

    private void take(Arrival<E> arrival) {
      if (isOver() || Succession.of(rev, arrival.rev()) != Succession.NEXT) {
        return;
      }
      switch (arrival) {
        case Arrival.Broken<E>(var at, var reason) -> poison = new Poison(0, at, reason);
        case Arrival.Event<E>(Received.Unknown<E> unknown) -> rev = unknown.rev();
        case Arrival.Event<E>(Received.Known<E>(var envelope)) -> {
          try {
            view = projection.apply(view, envelope);
            rev = envelope.rev();
          } catch (RuntimeException | StackOverflowError e) {
            poison = new Poison(0, envelope.rev(), "folding it failed: " + e.getClass().getName());
          }
        }
      }
    }
  }
}
