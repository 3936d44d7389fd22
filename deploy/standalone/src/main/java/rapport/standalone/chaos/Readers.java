package rapport.standalone.chaos;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import rapport.standalone.client.Feed;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.UnexpectedAnswer;

/** Those who watch some of the conversations on their feed, and go on where they were cut off. */
final class Readers implements AutoCloseable {

  private static final double SHARE = 0.05;
  private static final int LOOK_MILLIS = 300;

  /** As browsers wait before they open a feed again. */
  private static final int PAUSE_MILLIS = 3_000;

  private final RapportClient client;
  private final Map<String, Reader> readers = new ConcurrentHashMap<>();
  private volatile boolean over;

  Readers(RapportClient client) {
    this.client = client;
  }

  private final class Reader {
    private final String id;
    private final List<Long> revs = new CopyOnWriteArrayList<>();

    Reader(String id) {
      this.id = id;
    }

    void read() {
      try {
        while (!over) {
          readOnce();
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void readOnce() throws InterruptedException {
      try (var feed = client.feed(id, last())) {
        var taken = 0;
        while (!over) {
          var isOver = feed.isOver();
          var events = feed.events();
          events.subList(taken, events.size()).forEach(this::take);
          taken = events.size();
          if (isOver) {
            return;
          }
          Thread.sleep(LOOK_MILLIS);
        }
      } catch (UnexpectedAnswer | UncheckedIOException e) {
        // it is away; tried again
      }
    }

    private void take(Feed.Event event) {
      OptionalLong rev = event.rev();
      rev.ifPresent(revs::add);
    }

    private @Nullable String last() {
      return revs.isEmpty() ? null : Long.toString(revs.getLast());
    }
  }

  /** Now and then somebody watches. */
  void mayRead(String id, Random random) {
    if (random.nextDouble() < SHARE) {
      var reader = new Reader(id);
      readers.put(id, reader);
      Thread.ofVirtual().name("reader").start(reader::read);
    }
  }

  /** The revisions the reader of each conversation was told of so far. */
  Map<String, List<Long>> revisions() {
    var revisions = new HashMap<String, List<Long>>();
    readers.forEach((id, reader) -> revisions.put(id, new ArrayList<>(reader.revs)));
    return revisions;
  }

  @Override
  public void close() {
    over = true;
  }
}
