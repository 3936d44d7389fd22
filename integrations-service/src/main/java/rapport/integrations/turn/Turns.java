package rapport.integrations.turn;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import rapport.runtime.worker.BackgroundWork;
import reactor.core.publisher.Mono;

/**
 * Turns at other systems, side by side. Places are for those that work: whoever has waited for an
 * answer for longer than a moment has none until it comes, so that any number may hang, each having
 * kept a place for that moment.
 */
public final class Turns {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final int places;
  private final Runnable whenOver;
  private final BackgroundWork work = new BackgroundWork(Integer.MAX_VALUE);
  private final AtomicLong turnsBegun = new AtomicLong();
  private final Map<String, Place> begun = new ConcurrentHashMap<>();

  /**
   * @param places so many work side by side
   */
  public Turns(int places) {
    this(places, () -> {});
  }

  /**
   * @param whenOver is told of every turn that is over, once its name may have another; never
   *     blocks
   */
  public Turns(int places, Runnable whenOver) {
    this.places = places;
    this.whenOver = whenOver;
  }

  /** How many may be begun now; never negative. */
  public int free() {
    var taken = begun.values().stream().filter(place -> place.isTaken(MOMENT)).count();
    return Math.max(0, places - Math.toIntExact(taken));
  }

  /** Whose turn it is, also of those that wait. */
  public Set<String> names() {
    return Set.copyOf(begun.keySet());
  }

  /** Begins a turn, unless it is its turn already or no place is free. */
  public void begin(String name, Function<Place, Mono<Void>> turn) {
    var place = new Place();
    if (free() == 0 || begun.putIfAbsent(name, place) != null) {
      return;
    }
    var all = Mono.defer(() -> turn.apply(place)).doFinally(_ -> over(name, place));
    if (!work.start(name + "#" + turnsBegun.incrementAndGet(), all)) {
      over(name, place);
    }
  }

  private void over(String name, Place place) {
    begun.remove(name, place);
    whenOver.run();
  }

  /** Begins no more, gives what runs some time to end, and cancels the rest. */
  public void stop(Duration patience) {
    work.stop(patience);
  }
}
