package rapport.standalone.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Many conversations, so many at a time, without a pause. */
final class Load {

  private final Samples turns = new Samples();
  private final Map<String, Integer> errors = new ConcurrentHashMap<>();
  private double seconds;

  private Load() {}

  /** Returns when all of them are over. */
  static Load of(Talk talk, int conversations, int concurrent) throws InterruptedException {
    var load = new Load();
    var begun = System.nanoTime();
    var places = new Semaphore(concurrent);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < conversations; n++) {
        var number = n;
        places.acquire();
        threads.execute(() -> {
          try {
            load.hold(talk, number);
          } finally {
            places.release();
          }
        });
      }
    }
    load.seconds = (System.nanoTime() - begun) / 1e9;
    return load;
  }

  private void hold(Talk talk, int number) {
    try {
      talk.hold(number, this::time);
    } catch (RuntimeException e) {
      errors.merge(
          String.valueOf(e.getMessage()).replaceAll("[0-9a-f-]{36}", "..."), 1, Integer::sum);
    }
  }

  private void time(Runnable turn) {
    var begun = System.nanoTime();
    turn.run();
    turns.add(System.nanoTime() - begun);
  }

  Samples turns() {
    return turns;
  }

  double turnsPerSecond() {
    return turns.count() / seconds;
  }

  /** How often which error ended a conversation. */
  Map<String, Integer> errors() {
    return errors;
  }
}
