package rapport.runtime.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.Received;
import reactor.core.publisher.Mono;

/**
 * Folds what came for one stream into its view. Blocks; every call starts from what is stored, so
 * it can be repeated after any failure.
 */
final class StreamFolder<V, E> {

  /** An event that no retry can fold, and where among the arrivals that showed. */
  record Poison(int index, long rev, String reason) {}

  private static final int TRIES = 20;
  private static final int EVENTS_AT_ONCE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Projection<V, E> projection;
  private final EventCodec<E> codec;
  private final Views<V, E> views;
  private final EventSource owner;
  private final RunnerMeters meters;

  StreamFolder(
      Projection<V, E> projection, Views<V, E> views, EventSource owner, RunnerMeters meters) {
    this.projection = projection;
    this.codec = new EventCodec<>(projection.catalog());
    this.views = views;
    this.owner = owner;
    this.meters = meters;
  }

  /**
   * Folds the arrivals in their order, asking the owner for what is missing between them. What
   * comes before a poison is stored.
   *
   * @throws NotAnsweringException when the owner does not answer, or does not have what is missing
   */
  Optional<Poison> fold(StreamRef stream, List<Arrival<E>> arrivals) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var run = new Run(stream);
      if (run.fold(arrivals)) {
        return Optional.ofNullable(run.poison);
      }
    }
    throw new IllegalStateException("the view of " + stream.key() + " keeps moving");
  }

  /** Folds everything the owner has after the view's revision. */
  Optional<Poison> catchUp(StreamRef stream) {
    while (true) {
      var stored = stored(stream);
      if (projection.passesOver(stored.view())) {
        return Optional.empty();
      }
      var next = stored.rev() + 1;
      var arrivals = ask(stream, next, next + EVENTS_AT_ONCE - 1);
      if (arrivals.isEmpty()) {
        return Optional.empty();
      }
      var poison = fold(stream, arrivals);
      if (poison.isPresent()) {
        return poison;
      }
      if (stored(stream).rev() < next) {
        throw new NotAnsweringException("the owner sent nothing new for " + stream.key());
      }
    }
  }

  private Versioned<V> stored(StreamRef stream) {
    return wait(views.find(stream.workspace(), stream.stream()))
        .orElseGet(() -> new Versioned<>(projection.empty(stream.workspace(), stream.stream()), 0));
  }

  /** What the owner has of these revisions, both included. */
  List<Arrival<E>> ask(StreamRef stream, long fromRev, long toRev) {
    try {
      return wait(owner.events(stream.workspace(), stream.stream(), fromRev, toRev))
          .orElse(List.of())
          .stream()
          .map(message -> Arrival.read(codec, stream, message))
          .toList();
    } catch (RuntimeException e) {
      throw new NotAnsweringException("the owner of " + stream.key() + " does not answer", e);
    }
  }

  static <T> Optional<T> wait(Mono<T> mono) {
    return mono.timeout(
            PATIENCE,
            Mono.error(
                () -> new NotAnsweringException("no answer in " + PATIENCE.toSeconds() + " s")))
        .blockOptional();
  }

  /** One try: from the stored view through the arrivals. */
  private final class Run {
    private final StreamRef stream;
    private final List<Envelope<E>> applied = new ArrayList<>();
    private V view;
    private long savedRev;
    private long rev;
    private @Nullable Poison poison;

    Run(StreamRef stream) {
      this.stream = stream;
      var stored = stored(stream);
      this.view = stored.view();
      this.savedRev = stored.rev();
      this.rev = stored.rev();
    }

    /** False when somebody else moved the view meanwhile. */
    boolean fold(List<Arrival<E>> arrivals) {
      for (int index = 0; index < arrivals.size() && !isOver(); index++) {
        if (!take(index, arrivals.get(index))) {
          return false;
        }
      }
      return save();
    }

    private boolean isOver() {
      return poison != null || projection.passesOver(view);
    }

    private boolean take(int index, Arrival<E> arrival) {
      if (arrival instanceof Arrival.Broken<E>(var at, var reason)
          && (at == 0 || Succession.of(rev, at) != Succession.DUPLICATE)) {
        poison = new Poison(index, at, reason);
        return true;
      }
      switch (Succession.of(rev, arrival.rev())) {
        case DUPLICATE -> meters.duplicate();
        case NEXT -> apply(index, arrival);
        case GAP -> {
          if (!repair(index, arrival.rev())) {
            return false;
          }
          if (!isOver()) {
            apply(index, arrival);
          }
        }
      }
      return applied.size() < EVENTS_AT_ONCE || save();
    }

    private boolean repair(int index, long until) {
      if (!owner.fillsGaps()) {
        rev = until - 1;
        return true;
      }
      meters.gapRepair();
      while (rev + 1 < until && !isOver()) {
        var before = rev;
        var missing = ask(stream, rev + 1, Math.min(rev + EVENTS_AT_ONCE, until - 1));
        for (var each : missing) {
          if (!isOver() && Succession.of(rev, each.rev()) == Succession.NEXT) {
            apply(index, each);
          }
        }
        if (!isOver() && rev == before) {
          throw new NotAnsweringException(
              "the owner has no revision " + (rev + 1) + " of " + stream.key());
        }
        if (!save()) {
          return false;
        }
      }
      return true;
    }

    private void apply(int index, Arrival<E> arrival) {
      switch (arrival) {
        case Arrival.Broken<E>(var at, var reason) -> poison = new Poison(index, at, reason);
        case Arrival.Event<E>(Received.Unknown<E> unknown) -> {
          meters.unknownType();
          rev = unknown.rev();
        }
        case Arrival.Event<E>(Received.Known<E>(var envelope)) -> {
          try {
            view = projection.apply(view, envelope);
            applied.add(envelope);
            rev = envelope.rev();
          } catch (RuntimeException | StackOverflowError e) {
            poison =
                new Poison(index, envelope.rev(), "folding it failed: " + e.getClass().getName());
          }
        }
      }
    }

    private boolean save() {
      if (rev == savedRev) {
        return true;
      }
      var saved =
          StreamFolder.wait(
                  views.save(
                      stream.workspace(),
                      stream.stream(),
                      view,
                      savedRev,
                      rev,
                      List.copyOf(applied)))
              .orElseThrow(() -> new IllegalStateException("save answered nothing"));
      savedRev = rev;
      applied.clear();
      return saved;
    }
  }
}
