package rapport.conversation.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.reply.Reply;

/**
 * One input of a conversation and all that came of it. It is at once the event append, the outbox
 * record, the idempotency record and the stored answer.
 *
 * @param seq its place in the conversation, dense from 1
 * @param firstRev the revision of its first event; {@code lastRev + 1} of the one before
 * @param inputId the client's id of the input, unique in its conversation
 * @param fingerprint tells an honest retry from another input under the same id
 * @param input what came in, for people who read the log
 * @param answer the body the client got, to be given again, byte for byte
 */
public record Commit(
    String workspace,
    String stream,
    long seq,
    long firstRev,
    String inputId,
    String fingerprint,
    Instant at,
    @Nullable String actor,
    @Nullable String traceparent,
    Map<String, Object> input,
    List<ConversationEvent> events,
    List<Reply> replies,
    String answer) {

  public Commit {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    events = List.copyOf(events);
    replies = List.copyOf(replies);
  }

  /** The same commit with the body its sender gets. */
  Commit answered(String body) {
    return new Commit(
        workspace,
        stream,
        seq,
        firstRev,
        inputId,
        fingerprint,
        at,
        actor,
        traceparent,
        input,
        events,
        replies,
        body);
  }

  /** The same commit as the end of something that began with these events. */
  Commit after(List<ConversationEvent> earlier) {
    var all = new ArrayList<>(earlier);
    all.addAll(events);
    return new Commit(
        workspace,
        stream,
        seq,
        firstRev - earlier.size(),
        inputId,
        fingerprint,
        at,
        actor,
        traceparent,
        input,
        all,
        replies,
        answer);
  }

  /** The id a commit is stored under; ids of a stream sort by {@code seq}. */
  public static String id(String workspace, String stream, long seq) {
    return "%s/%s:%08d".formatted(workspace, stream, seq);
  }

  /** The id it is stored under. */
  public String id() {
    return id(workspace, stream, seq);
  }

  /** {@code workspace/stream}. */
  public String streamKey() {
    return workspace + "/" + stream;
  }

  /** The conversation's revision after it. */
  public long lastRev() {
    return firstRev + events.size() - 1;
  }
}
