package rapport.runtime.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Entries handed over by whoever has just stored them. One may go out without a look into the store
 * when all before it in its stream are known to be on the topic: it is the first, or follows one
 * that this relay has published, or one that goes out right before it.
 */
final class FreshEntries {

  private static final int MOST_WAITING = 5_000;
  private static final int STREAMS_KNOWN = 10_000;

  private record Fresh(OutboxEntry entry, long previousRev) {}

  /** What was taken: entries that may go out, in order, and streams that the store is asked for. */
  record Taken(List<OutboxEntry> entries, Set<String> streams) {}

  private final ConcurrentLinkedQueue<Fresh> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Long> published =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > STREAMS_KNOWN;
        }
      };

  /** False when too many are waiting: then the store keeps it alone. Any thread may call it. */
  boolean add(OutboxEntry entry, long previousRev) {
    if (count.incrementAndGet() > MOST_WAITING) {
      count.decrementAndGet();
      return false;
    }
    return waiting.add(new Fresh(entry, previousRev));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Takes at most so many; for one thread, like {@link #published}. */
  Taken take(int limit) {
    var entries = new ArrayList<OutboxEntry>();
    var streams = new HashSet<String>();
    var goingOut = new HashMap<String, Long>();
    for (var n = 0; n < limit; n++) {
      var fresh = waiting.poll();
      if (fresh == null) {
        break;
      }
      count.decrementAndGet();
      var stream = fresh.entry().streamKey();
      var before = goingOut.getOrDefault(stream, published.getOrDefault(stream, 0L));
      if (fresh.previousRev() == before && !streams.contains(stream)) {
        entries.add(fresh.entry());
        goingOut.put(stream, fresh.entry().lastRev());
      } else {
        streams.add(stream);
      }
    }
    return new Taken(entries, streams);
  }

  /** Remembers that the broker has these entries and all before them. */
  void published(List<OutboxEntry> entries) {
    entries.forEach(entry -> published.merge(entry.streamKey(), entry.lastRev(), Math::max));
  }
}
