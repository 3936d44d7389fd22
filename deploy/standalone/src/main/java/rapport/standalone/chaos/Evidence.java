package rapport.standalone.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was asked of a Rapport, and what was found in it when nothing was left to do.
 *
 * @param asked every message in the order in which it was first said; those of one conversation one
 *     after the other
 * @param streams the conversations by their ids
 * @param views what projections made of them
 * @param poisoned streams that were given an event nobody can read
 * @param quarantined streams that were set aside
 * @param topicCut whether records were taken from the topic: what is published again comes later
 *     than what followed it
 */
record Evidence(
    List<Asked> asked,
    Map<String, Stream> streams,
    List<View> views,
    Set<String> poisoned,
    Set<String> quarantined,
    boolean topicCut) {

  Evidence {
    asked = List.copyOf(asked);
    streams = Map.copyOf(streams);
    views = List.copyOf(views);
    poisoned = Set.copyOf(poisoned);
    quarantined = Set.copyOf(quarantined);
  }

  /** How a message ended for whoever said it. */
  enum Outcome {
    /** It was answered. */
    OK,
    /** It was refused: it must not be there. */
    FAILED,
    /** No answer told: it may be there, once, or not. */
    UNKNOWN
  }

  /**
   * A message, however often it was sent.
   *
   * @param input the id it was sent under each time
   * @param answers what was answered, each different answer once
   */
  record Asked(String stream, String input, Outcome outcome, Set<String> answers) {
    Asked {
      answers = Set.copyOf(answers);
    }
  }

  /**
   * A conversation.
   *
   * @param log its events as their owner has them
   * @param topic its events as they lie on the topic, duplicates among them
   * @param feeds the revisions each reader of the feed was told of
   */
  record Stream(List<Event> log, List<Event> topic, List<List<Long>> feeds) {
    Stream {
      log = List.copyOf(log);
      topic = List.copyOf(topic);
      feeds = feeds.stream().map(List::copyOf).toList();
    }
  }

  /**
   * An event.
   *
   * @param input the message it records; empty for other events
   * @param content stands for all of it
   */
  record Event(long rev, String input, String content) {}

  /**
   * The view of a conversation in a projection.
   *
   * @param rev where it stands
   * @param ownerRev the last revision that concerns the projection
   * @param same whether folding the log anew up to {@code rev} makes the same
   */
  record View(String projection, String stream, long rev, long ownerRev, boolean same) {}
}
