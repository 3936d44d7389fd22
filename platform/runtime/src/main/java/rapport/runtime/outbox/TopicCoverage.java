package rapport.runtime.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which revisions of which streams a topic has. */
final class TopicCoverage {

  /** Per stream: the first revision of each unbroken run, and the last one of it. */
  private final Map<String, NavigableMap<Long, Long>> runs = new HashMap<>();

  void add(String streamKey, long rev) {
    var stream = runs.computeIfAbsent(streamKey, _ -> new TreeMap<>());
    if (has(stream, rev)) {
      return;
    }
    var before = stream.lowerEntry(rev);
    var from = before != null && before.getValue() == rev - 1 ? before.getKey() : rev;
    var following = stream.remove(rev + 1);
    stream.put(from, following == null ? rev : following);
  }

  boolean has(String streamKey, long rev) {
    var stream = runs.get(streamKey);
    return stream != null && has(stream, rev);
  }

  /** Whether it has that revision or a later one, which is all a compacted topic needs. */
  boolean reaches(String streamKey, long rev) {
    var stream = runs.get(streamKey);
    return stream != null && stream.lastEntry().getValue() >= rev;
  }

  /** Whether it has anything of the stream, and nothing so late. */
  boolean isBehind(String streamKey, long rev) {
    return runs.containsKey(streamKey) && !reaches(streamKey, rev);
  }

  private static boolean has(NavigableMap<Long, Long> stream, long rev) {
    var run = stream.floorEntry(rev);
    return run != null && run.getValue() >= rev;
  }
}
