package rapport.runtime.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.contracts.Envelope;
import rapport.contracts.Received;
import rapport.runtime.store.StoreUnavailableException;

/**
 * Folds many streams at once: one request for their views, one to store them. Only what follows its
 * view without gap or fault is folded here; everything else, and what could not be stored together,
 * is left to {@link StreamFolder}. Blocks.
 */
final class BatchFolder<V, E> {

  private static final Logger LOG = LoggerFactory.getLogger(BatchFolder.class);
  private static final int EVENTS_AT_ONCE = 100;

  private final Projection<V, E> projection;
  private final Views<V, E> views;
  private final RunnerMeters meters;

  BatchFolder(Projection<V, E> projection, Views<V, E> views, RunnerMeters meters) {
    this.projection = projection;
    this.views = views;
    this.meters = meters;
  }

  /**
   * @param arrivals what came for each stream, in its order
   * @return the streams whose views are now stored with all of it; any other may be stored as well
   * @throws StoreUnavailableException when the store does not answer
   * @throws NotAnsweringException when it does not answer in time
   */
  Set<StreamRef> fold(Map<StreamRef, List<Arrival<E>>> arrivals) {
    try {
      var stored = StreamFolder.wait(views.findAll(arrivals.keySet())).orElse(Map.of());
      var runs = new ArrayList<Run>();
      arrivals.forEach((stream, came) -> {
        var run = new Run(stream, stored.get(stream));
        if (run.takesAll(came)) {
          runs.add(run);
        }
      });
      var changes = runs.stream().filter(Run::moved).map(Run::change).toList();
      if (!StreamFolder.wait(views.saveAll(changes)).orElse(false)) {
        return Set.of();
      }
      runs.forEach(Run::count);
      return runs.stream().map(run -> run.stream).collect(Collectors.toSet());
    } catch (StoreUnavailableException | NotAnsweringException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whose fault it is shows when they are stored one by one.
      LOG.debug("{}: a batch cannot be stored at once: {}", projection.name(), e.toString());
      return Set.of();
    }
  }

  /** A stream from its stored view through what came. */
  private final class Run {
    private final StreamRef stream;
    private final long storedRev;
    private final List<Envelope<E>> applied = new ArrayList<>();
    private V view;
    private long rev;
    private int duplicates;
    private int unknown;

    Run(StreamRef stream, @Nullable Versioned<V> stored) {
      this.stream = stream;
      this.storedRev = stored == null ? 0 : stored.rev();
      this.rev = storedRev;
      this.view =
          stored == null ? projection.empty(stream.workspace(), stream.stream()) : stored.view();
    }

    /** False when something among it is not for here. */
    boolean takesAll(List<Arrival<E>> came) {
      return came.stream().allMatch(arrival -> projection.passesOver(view) || takes(arrival));
    }

    private boolean takes(Arrival<E> arrival) {
      if (arrival.rev() == 0 || applied.size() == EVENTS_AT_ONCE) {
        return false;
      }
      return switch (Succession.of(rev, arrival.rev())) {
        case GAP -> false;
        case NEXT -> applies(arrival);
        case DUPLICATE -> {
          duplicates++;
          yield true;
        }
      };
    }

    private boolean applies(Arrival<E> arrival) {
      rev = arrival.rev();
      return switch (arrival) {
        case Arrival.Broken<E> _ -> false;
        case Arrival.Event<E>(Received.Unknown<E> _) -> {
          unknown++;
          yield true;
        }
        case Arrival.Event<E>(Received.Known<E>(var envelope)) -> applies(envelope);
      };
    }

    private boolean applies(Envelope<E> envelope) {
      try {
        view = projection.apply(view, envelope);
        return applied.add(envelope);
      } catch (RuntimeException | StackOverflowError _) {
        return false; // it will be thrown again where it is dealt with
      }
    }

    boolean moved() {
      return rev > storedRev;
    }

    Views.Change<V, E> change() {
      return new Views.Change<>(stream, view, storedRev, rev, applied);
    }

    void count() {
      for (int n = 0; n < duplicates; n++) {
        meters.duplicate();
      }
      for (int n = 0; n < unknown; n++) {
        meters.unknownType();
      }
    }
  }
}
