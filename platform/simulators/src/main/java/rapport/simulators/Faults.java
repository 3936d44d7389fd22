package rapport.simulators;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides what goes wrong with a request; from one seed always the same. */
public final class Faults {

  /** What goes wrong. */
  public enum Fault {
    NONE,
    TOO_MANY,
    UNAVAILABLE,
    BROKEN_OFF,
    LOCATOR_LOST,
    SESSION_ENDED,
    KILLED_BEFORE,
    KILLED_AFTER
  }

  public static final Faults NO = new Faults(new Random(0), 0, () -> {});

  private final Random random;
  private final double rate;
  private final Runnable kill;
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean over;

  /**
   * @param rate the part of requests that something goes wrong with
   * @param kill ends whoever asks, in the middle of what it does
   */
  public Faults(Random random, double rate, Runnable kill) {
    this.random = random;
    this.rate = rate;
    this.kill = kill;
  }

  public synchronized Fault next() {
    if (over || rate == 0 || random.nextDouble() >= rate) {
      return Fault.NONE;
    }
    failures.incrementAndGet();
    var all = Fault.values();
    return all[1 + random.nextInt(all.length - 1)];
  }

  /** From now on all goes well. */
  public void end() {
    over = true;
  }

  /** With how many requests something went wrong. */
  public int failures() {
    return failures.get();
  }

  public void kill() {
    kills.incrementAndGet();
    kill.run();
  }

  public int kills() {
    return kills.get();
  }
}
