package rapport.standalone.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import rapport.standalone.client.Feed;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.UnexpectedAnswer;

/** Times how long a revision takes to what comes of the conversation, and to the feed. */
final class Watch implements AutoCloseable {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(1);

  private final RapportClient client;
  private final String records;
  private final Feed feed;
  private final Samples projections;
  private final Samples feeds;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param records where under {@code /api/v1} what comes of the conversation is found
   */
  Watch(RapportClient client, String records, Feed feed, Samples projections, Samples feeds) {
    this.client = client;
    this.records = records;
    this.feed = feed;
    this.projections = projections;
    this.feeds = feeds;
  }

  /** Waits for {@code rev} in both; the clock runs from {@code answered}. */
  void await(String id, long rev, long answered) {
    var projected = threads.submit(() -> projections.add(projectionTime(id, rev) - answered));
    try {
      feeds.add(Math.max(0, feedTime(rev) - answered));
      projected.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the record did not follow: " + e.getCause(), e);
    }
  }

  /** The service itself waits for a while; it answers 404 or 409 when that was too short. */
  private long projectionTime(String id, long rev) {
    var until = System.nanoTime() + WITHIN.toNanos();
    while (true) {
      try {
        client.record(records, id, rev);
        return System.nanoTime();
      } catch (UnexpectedAnswer e) {
        var isBehind = e.status() == 404 || e.status() == 409;
        if (!isBehind || System.nanoTime() > until) {
          throw e;
        }
      }
    }
  }

  private long feedTime(long rev) throws InterruptedException {
    var until = System.nanoTime() + WITHIN.toNanos();
    while (System.nanoTime() < until) {
      for (var event : feed.events().reversed()) {
        if (event.rev().orElse(0) >= rev) {
          return event.receivedNanos();
        }
      }
      Thread.sleep(LOOK);
    }
    throw new IllegalStateException("the feed did not bring revision " + rev);
  }

  @Override
  public void close() {
    threads.close();
  }
}
