package rapport.health.evaluation;

import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import rapport.health.store.JobStores;
import rapport.runtime.store.DocumentStore;

/** Runs all jobs that are due in a process of its own, which somebody may kill at any time. */
final class JobProcess {

  private static final int AT_ONCE = 2;
  private static final Duration MOST = Duration.ofMinutes(10);

  private JobProcess() {}

  /**
   * Says {@code tick} whenever it looks at its clock, as it does for every batch of accounts.
   *
   * @param args the store's address, the database, and what time it is at the beginning
   */
  public static void main(String[] args) {
    try (var client = MongoClients.create(args[0])) {
      var stores = new JobStores(new DocumentStore(client, args[1]));
      new Running(stores, new TellingClock(Instant.parse(args[2])))
          .jobs(AT_ONCE)
          .runDue()
          .block(MOST);
    }
  }

  /** Goes on from a time, and tells when somebody looks at it. */
  private static final class TellingClock extends Clock {
    private final Duration ahead;

    TellingClock(Instant begin) {
      this.ahead = Duration.between(Instant.now(), begin);
    }

    @Override
    public Instant instant() {
      System.out.println("tick");
      System.out.flush();
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
