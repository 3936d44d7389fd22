package rapport.runtime.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The figures of one projection. */
final class RunnerMeters {

  /** For how long after a batch its lag still stands for the projection's. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Clock clock;
  private final Counter duplicates;
  private final Counter gapRepairs;
  private final Counter unknownTypes;
  private final Counter unreadable;
  private final AtomicLong quarantined = new AtomicLong();
  private volatile @Nullable Instant oldestInHand;
  private volatile Instant lastTaken = Instant.MIN;
  private volatile Instant lastDone = Instant.MIN;

  RunnerMeters(MeterRegistry meters, String consumer, Clock clock) {
    this.clock = clock;
    this.duplicates = meters.counter("rapport.duplicates.dropped", "consumer", consumer);
    this.gapRepairs = meters.counter("rapport.gap.repairs", "consumer", consumer);
    this.unknownTypes = meters.counter("rapport.events.unknown", "consumer", consumer);
    this.unreadable = meters.counter("rapport.records.unreadable", "consumer", consumer);
    Gauge.builder("rapport.quarantine.size", quarantined, AtomicLong::get)
        .tag("consumer", consumer)
        .register(meters);
    Gauge.builder("rapport.projection.lag.seconds", this, RunnerMeters::lagSeconds)
        .tag("consumer", consumer)
        .register(meters);
  }

  void duplicate() {
    duplicates.increment();
  }

  void gapRepair() {
    gapRepairs.increment();
  }

  void unknownType() {
    unknownTypes.increment();
  }

  void unreadableRecord() {
    unreadable.increment();
  }

  void quarantined(long streams) {
    quarantined.set(streams);
  }

  /** A batch whose records were published from {@code oldest} to {@code newest} is in hand. */
  void batchTaken(Instant oldest, Instant newest) {
    oldestInHand = oldest;
    lastTaken = newest;
  }

  void batchDone() {
    oldestInHand = null;
    lastDone = clock.instant();
  }

  /** How far behind the topic it is: grows while a batch does not get done, 0 when idle. */
  private double lagSeconds() {
    var now = clock.instant();
    var oldest = oldestInHand;
    if (oldest != null) {
      return seconds(oldest, now);
    }
    return lastDone.isAfter(now.minus(FRESH)) ? seconds(lastTaken, lastDone) : 0;
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }
}
