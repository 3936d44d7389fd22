package rapport.standalone.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** When a message may be said, and when no more are. From many threads. */
final class Pace {

  private final int turns;
  private final long end;
  private final long betweenNanos;
  private final AtomicInteger said = new AtomicInteger();
  private long next = System.nanoTime();
  private volatile boolean over;

  /**
   * @param turns how many there are to be at least
   * @param longest after which none are begun any more
   * @param rate at most so many a second; 0 for any
   */
  Pace(int turns, Duration longest, int rate) {
    this.turns = turns;
    this.end = System.nanoTime() + longest.toNanos();
    this.betweenNanos = rate == 0 ? 0 : 1_000_000_000L / rate;
  }

  /** Returns when the next message may be said. */
  void await() throws InterruptedException {
    said.incrementAndGet();
    long mine;
    synchronized (this) {
      mine = next;
      next = Math.max(next, System.nanoTime()) + betweenNanos;
    }
    var rest = mine - System.nanoTime();
    if (betweenNanos > 0 && rest > 0) {
      Thread.sleep(Duration.ofNanos(rest));
    }
  }

  /** Messages so far. */
  int said() {
    return said.get();
  }

  /** How much of the run is over, from 0 to 1. */
  double share() {
    return Math.min(1, said() / (double) turns);
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over || said() >= turns || System.nanoTime() > end;
  }
}
