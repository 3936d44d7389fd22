package rapport.runtime.worker;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One thread that does a step again and again: at once when there is more to do, after a rest when
 * there is not, after a growing pause when the step failed. Waking it ends a rest, never a pause.
 */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** What the worker does. */
  @FunctionalInterface
  public interface Step {
    /** Returns how long to rest; zero when there is more to do. */
    Duration run() throws Exception;
  }

  /**
   * A step that is a {@code Mono} of how long to rest; the worker's thread waits for it.
   *
   * @param most how long it may take before it counts as failed
   */
  public static Step waitingFor(Duration most, Supplier<Mono<Duration>> step) {
    return () -> Objects.requireNonNullElse(step.get().block(most), Duration.ZERO);
  }

  private final String name;
  private final Duration gathering;
  private final Step step;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition signal = lock.newCondition();
  private boolean woken;
  private volatile boolean stopping;
  private volatile boolean interrupted;
  private @Nullable Thread thread;

  public Worker(String name, Step step) {
    this(name, Duration.ZERO, step);
  }

  /**
   * @param gathering how long a rest goes on after the first wake, so that what comes at about the
   *     same time is done in one step
   */
  public Worker(String name, Duration gathering, Step step) {
    this.name = name;
    this.gathering = gathering;
    this.step = step;
  }

  public synchronized void start() {
    if (thread == null) {
      stopping = false;
      interrupted = false;
      thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }
  }

  /** Ends the rest, or the next one if the step is running. Never blocks. */
  public void wake() {
    lock.lock();
    try {
      woken = true;
      signal.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets the step finish what there is to do, and interrupts it when that takes too long; without
   * patience at once.
   */
  public synchronized void stop(Duration patience) {
    if (thread == null) {
      return;
    }
    stopping = true;
    wake();
    try {
      if (!thread.join(patience)) {
        interrupt(thread);
        thread.join(Duration.ofSeconds(2));
      }
      if (interrupted && !patience.isZero()) {
        LOG.warn("{} stops with work left after {} ms", name, patience.toMillis());
      }
    } catch (InterruptedException _) {
      interrupt(thread);
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  private void interrupt(Thread running) {
    interrupted = true;
    running.interrupt();
  }

  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void run() {
    var pause = FIRST_PAUSE;
    while (!interrupted && !Thread.currentThread().isInterrupted()) {
      try {
        var rest = step.run();
        pause = FIRST_PAUSE;
        if (!rest.isZero() && (stopping || !await(rest, true))) {
          return;
        }
      } catch (InterruptedException _) {
        return;
      } catch (Throwable e) { // a thread that died of an Error would leave its work undone unseen
        if (interrupted) {
          return; // what it fails with says no more than that
        }
        if (stopping) {
          LOG.warn("{} stops with work left: {}", name, e.toString());
          return;
        }
        LOG.warn("{} tries again in {} ms: {}", name, pause.toMillis(), e.toString());
        if (!await(pause, false)) {
          return;
        }
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    }
  }

  private void gather() throws InterruptedException {
    var left = gathering.toNanos();
    while (left > 0 && !stopping) {
      left = signal.awaitNanos(left);
    }
  }

  /** Waits that long, or until woken if {@code wakeable}; false when interrupted meanwhile. */
  private boolean await(Duration time, boolean wakeable) {
    lock.lock();
    try {
      var left = time.toNanos();
      while (left > 0 && !stopping && !(wakeable && woken)) {
        left = signal.awaitNanos(left);
      }
      if (wakeable && woken) {
        gather();
        woken = false;
      }
      return true;
    } catch (InterruptedException _) {
      return false;
    } finally {
      lock.unlock();
    }
  }
}
