package rapport.integrations.salesforce;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import rapport.integrations.progress.SyncState;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;
import rapport.runtime.projection.StreamRef;

/**
 * Reads a connection until it is ended, as the service does, in a process of its own. It does not
 * wait: where the service would rest, its clock is set on.
 */
final class ImportReader {

  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);
  private static final Duration BREATH = Duration.ofMillis(200);

  private ImportReader() {}

  /**
   * @param args the store's address, database, workspace, file of keys, and the connection
   */
  public static void main(String[] args) throws InterruptedException {
    var clock = new Ahead();
    var place = new Bench.Place(args[0], args[1], args[2], Path.of(args[3]));
    try (var bench = bench(place, clock)) {
      read(bench, new StreamRef(args[2], args[4]), clock);
    }
  }

  static Bench bench(Bench.Place place, Clock clock) {
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 50, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    return new Bench(
        place, clock, settings, ANSWER_PATIENCE, List.of(new SalesforceConnector(clock)));
  }

  @SuppressWarnings("InfiniteLoopStatement") // it is killed
  private static void read(Bench bench, StreamRef connection, Ahead clock)
      throws InterruptedException {
    var syncing = bench.started();
    while (true) {
      var before = bench.state(connection);
      clock.atLeast(before.nextAt());
      syncing.once(connection).block();
      var after = bench.state(connection);
      if (after.equals(before)) {
        clock.pass(LEASE); // of somebody who is dead
      }
      if (isAtRest(before, after)) {
        Thread.sleep(BREATH);
      }
    }
  }

  private static boolean isAtRest(SyncState before, SyncState after) {
    return before.feed("Account").seen() == after.feed("Account").seen();
  }

  /** The system's clock, set on. */
  private static final class Ahead extends Clock {
    private final Clock system = Clock.systemUTC();
    private volatile Duration by = Duration.ZERO;

    void pass(Duration time) {
      by = by.plus(time);
    }

    void atLeast(Instant time) {
      if (time.isAfter(instant())) {
        pass(Duration.between(instant(), time));
      }
    }

    @Override
    public Instant instant() {
      return system.instant().plus(by);
    }

    @Override
    public ZoneId getZone() {
      return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
