package rapport.simulators;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A channel of a simulated Slack: its messages by their times, those of threads among them. */
final class SlackChannel {

  private final String id;
  private final String name;
  private final ConcurrentSkipListMap<String, ObjectNode> messages = new ConcurrentSkipListMap<>();
  private volatile boolean left;

  SlackChannel(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** Whether the app is in it no more. */
  boolean isLeft() {
    return left;
  }

  void leave(boolean gone) {
    left = gone;
  }

  void add(ObjectNode message) {
    messages.put(ts(message), message);
  }

  void remove(String ts) {
    messages.remove(ts);
  }

  boolean has(String ts) {
    return messages.containsKey(ts);
  }

  ObjectNode message(String ts) {
    return Objects.requireNonNull(messages.get(ts), ts);
  }

  /** All of them, the oldest first. */
  List<ObjectNode> messages() {
    return List.copyOf(messages.values());
  }

  /** What stands in the channel itself, the latest first; the times that are given are left out. */
  List<ObjectNode> history(String oldest, String latest) {
    return messages.values().stream()
        .filter(message -> isFirst(message) && isBetween(oldest, ts(message), latest))
        .map(this::withAnswers)
        .toList()
        .reversed();
  }

  /** The message and what was answered, the oldest first; none where nothing was said then. */
  @Nullable List<ObjectNode> thread(String ts) {
    var root = messages.get(ts);
    return root == null
        ? null
        : Stream.concat(Stream.of(withAnswers(root)), answers(ts).stream()).toList();
  }

  /** What was answered to a message, the oldest first. */
  List<ObjectNode> answers(String thread) {
    return messages.values().stream()
        .filter(message -> message.path("thread_ts").asString("").equals(thread))
        .filter(message -> !ts(message).equals(thread))
        .toList();
  }

  /** Whether a message stands in the channel itself, so that it can be answered. */
  static boolean isFirst(ObjectNode message) {
    return !message.has("thread_ts")
        || message.path("subtype").asString("").equals("thread_broadcast")
        || message.path("thread_ts").equals(message.path("ts"));
  }

  private static boolean isBetween(String oldest, String ts, String latest) {
    return ts.compareTo(oldest) > 0 && ts.compareTo(latest) < 0;
  }

  private ObjectNode withAnswers(ObjectNode message) {
    var answers = answers(ts(message));
    var shown = message.deepCopy();
    if (!answers.isEmpty()) {
      shown.put("thread_ts", ts(message)).put("reply_count", answers.size());
      shown.set("latest_reply", answers.getLast().path("ts"));
    }
    return shown;
  }

  private static String ts(ObjectNode message) {
    return message.path("ts").asString("");
  }
}
