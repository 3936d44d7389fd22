package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.session.Conversation;

/**
 * A session as it was after one of its inputs. It never changes.
 *
 * @param parentId the snapshot before it; absent for the first
 * @param status always {@code completed}: what is here was taken and stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgentSnapshot(
    String snapshotId,
    String sessionId,
    @Nullable String parentId,
    Instant createdAt,
    Instant updatedAt,
    String status,
    String finishReason,
    State state) {

  static final String COMPLETED = "completed";

  /**
   * @param messages what was said, in order
   */
  record State(String sessionId, List<AgentMessage> messages, AgentState custom) {}

  static AgentSnapshot of(Conversation conversation) {
    var id = new SnapshotId(conversation.id(), conversation.seq());
    var parent = id.seq() == 1 ? null : new SnapshotId(id.session(), id.seq() - 1).text();
    var messages = conversation.messages().stream().map(AgentMessage::of).toList();
    return new AgentSnapshot(
        id.text(),
        id.session(),
        parent,
        conversation.updatedAt(),
        conversation.updatedAt(),
        COMPLETED,
        "stop",
        new State(id.session(), messages, AgentState.of(conversation)));
  }
}
