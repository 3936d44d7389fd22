package rapport.runtime.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.contracts.WireMessage;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes again what the log has and the topics lack, such as after a broker lost its disk: after
 * start, every few hours, and when asked.
 */
public final class Reconciler implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final int ENTRIES_AT_ONCE = 20;

  /** Younger entries are on their way: the relay sees to them. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  private static final int FURTHER = 5;

  /** By how much the clocks of broker and service may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /**
   * When it runs. Soon after start it looks at the latest entries alone, since that is where a
   * broker that fell loses something, and reading a long window costs more than starting. While
   * something was missing it looks five times as far back, at once; the whole window follows later.
   *
   * @param window how far back it looks
   * @param delay until the first time after start
   * @param recent how far back it looks then
   * @param later how long after the latest entries the whole window follows
   * @param every from the end of one whole window to the next
   */
  public record Schedule(
      Duration window, Duration delay, Duration recent, Duration later, Duration every) {}

  /**
   * What a reconciliation found.
   *
   * @param compared entries of the log that were looked at
   * @param republished entries that were sent again
   */
  public record Reconciliation(long compared, long republished) {}

  private final Outbox outbox;
  private final List<OwnedTopic> topics;
  private final KafkaClients clients;
  private final String clientId;
  private final Clock clock;
  private final Schedule schedule;
  private final Counter republished;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Worker worker = new Worker("rapport-reconcile", this::step);
  private volatile Duration next = Duration.ZERO; // how far back; nothing before the first wait

  public Reconciler(
      Outbox outbox,
      OwnedTopics owned,
      KafkaClients clients,
      String clientId,
      MeterRegistry meters,
      Clock clock,
      Schedule schedule) {
    this.outbox = outbox;
    this.topics = owned.topics();
    this.clients = clients;
    this.clientId = clientId;
    this.clock = clock;
    this.schedule = schedule;
    this.republished = meters.counter("rapport.reconcile.republished");
  }

  /**
   * Compares and repairs now; one at a time, so it may wait for one that is under way.
   *
   * @param window how far back to look
   */
  public Mono<Reconciliation> reconcile(Duration window) {
    return Mono.fromCallable(() -> compareAndRepair(window))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Duration step() throws Exception {
    var looked = next;
    if (looked.isZero()) {
      next = shorter(schedule.recent());
      return schedule.delay();
    }
    var missing = compareAndRepair(looked).republished() > 0;
    if (looked.equals(schedule.window())) {
      return schedule.every();
    }
    next = missing ? shorter(looked.multipliedBy(FURTHER)) : schedule.window();
    return missing ? Duration.ZERO : schedule.later();
  }

  private Duration shorter(Duration back) {
    return back.compareTo(schedule.window()) < 0 ? back : schedule.window();
  }

  private Reconciliation compareAndRepair(Duration window)
      throws ExecutionException, InterruptedException {
    oneAtATime.lockInterruptibly();
    try (var publisher = new EntryPublisher(clients, clientId)) {
      var now = clock.instant();
      var since = now.minus(window);
      var coverage = read(since.minus(CLOCK_SKEW));
      var pass = new Pass(publisher, coverage, now.minus(ON_ITS_WAY));
      var missing = outbox.log(since).filter(pass::misses).buffer(ENTRIES_AT_ONCE);
      for (var some : missing.toIterable(1)) {
        pass.publish(some);
      }
      LOG.info(
          "reconciled {}: {} entries since {}, {} published again",
          coverage.keySet(),
          pass.compared,
          since,
          pass.repaired);
      return new Reconciliation(pass.compared, pass.repaired);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Map<String, TopicCoverage> read(Instant since) throws InterruptedException {
    var coverage = new HashMap<String, TopicCoverage>();
    var reader = new TopicReader(clients, clientId);
    for (var topic : topics) {
      coverage.put(topic.name(), reader.read(topic, since));
    }
    return coverage;
  }

  /** One walk along the log. */
  private final class Pass {
    private final EntryPublisher publisher;
    private final Map<String, TopicCoverage> coverage;
    private final Instant settledBefore;
    private long compared;
    private long repaired;

    private Pass(
        EntryPublisher publisher, Map<String, TopicCoverage> coverage, Instant settledBefore) {
      this.publisher = publisher;
      this.coverage = coverage;
      this.settledBefore = settledBefore;
    }

    boolean misses(OutboxEntry entry) {
      compared++;
      return entry.at().isBefore(settledBefore) && entry.messages().stream().anyMatch(this::lacks);
    }

    void publish(List<OutboxEntry> missing) throws ExecutionException, InterruptedException {
      publisher.publish(missing);
      outbox.markPublished(missing).block(Duration.ofSeconds(10));
      repaired += missing.size();
      republished.increment(missing.size());
    }

    private boolean lacks(WireMessage message) {
      var topic = topics.stream().filter(own -> own.name().equals(message.topic())).findFirst();
      var rev = message.headers().get("ce_rev");
      var there = coverage.get(message.topic());
      if (topic.isEmpty() || rev == null || there == null) {
        return false;
      }
      return switch (topic.get().kept()) {
        case FOR_A_MONTH -> !there.has(message.key(), Long.parseLong(rev));
        case LATEST_OF_KEY ->
            message.value() == null // what is forgotten in the end leaves no trace
                ? there.isBehind(message.key(), Long.parseLong(rev))
                : !there.reaches(message.key(), Long.parseLong(rev));
      };
    }
  }

  @Override
  public void start() {
    next = Duration.ZERO;
    worker.start();
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
