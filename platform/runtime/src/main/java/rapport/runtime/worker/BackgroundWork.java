package rapport.runtime.worker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Reactive work that nobody waits for, side by side: a piece that hangs keeps no other from going
 * on. Each piece has a name and runs at most once at a time. A piece sees to its own failures; one
 * that gets out is logged.
 */
public final class BackgroundWork {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

  private final int most;
  private final Map<String, Disposable> running = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /**
   * @param most how many pieces run side by side
   */
  public BackgroundWork(int most) {
    this.most = most;
  }

  /** Starts the work; false when it runs already, when there is no room, or after a stop. */
  public boolean start(String name, Mono<Void> work) {
    var handle = Disposables.swap();
    if (stopped || running.size() >= most || running.putIfAbsent(name, handle) != null) {
      return false;
    }
    handle.replace(
        work.doFinally(_ -> running.remove(name, handle))
            .subscribe(
                _ -> {}, failure -> LOG.warn("{} ended early: {}", name, failure.toString())));
    return true;
  }

  /** How many pieces run. */
  public int running() {
    return running.size();
  }

  /** Takes no more work, gives what runs some time to end, and cancels the rest. */
  public void stop(Duration patience) {
    stopped = true;
    var until = System.nanoTime() + patience.toNanos();
    try {
      while (!running.isEmpty() && System.nanoTime() < until) {
        Thread.sleep(20);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    running.values().forEach(Disposable::dispose);
  }
}
