package rapport.runtime.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics a service publishes on; it declares them as one bean. They and a {@code .dlt} for each
 * are created in the background as soon as the broker is there, and again should they vanish.
 */
public record OwnedTopics(List<OwnedTopic> topics) {

  /**
   * One of them.
   *
   * @param name such as {@code rapport.conversation.events}
   */
  public record OwnedTopic(String name, Kept kept) {}

  /** What a topic keeps. */
  public enum Kept {
    /** Everything for 30 days. */
    FOR_A_MONTH,
    /** The latest message of each key, for ever. */
    LATEST_OF_KEY
  }

  public OwnedTopics {
    topics = List.copyOf(topics);
  }

  /** Topics of events, kept for 30 days. */
  public static OwnedTopics ofEvents(String... names) {
    return new OwnedTopics(
        Stream.of(names).map(name -> new OwnedTopic(name, Kept.FOR_A_MONTH)).toList());
  }

  /** These topics and compacted ones beside them. */
  public OwnedTopics andStates(String... names) {
    var all = new ArrayList<>(topics);
    Stream.of(names).map(name -> new OwnedTopic(name, Kept.LATEST_OF_KEY)).forEach(all::add);
    return new OwnedTopics(all);
  }
}
