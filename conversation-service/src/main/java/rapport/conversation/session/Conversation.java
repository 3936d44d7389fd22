package rapport.conversation.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;

/**
 * A conversation folded from its commits.
 *
 * @param definition over the rows there are
 * @param seq the last commit's place
 * @param inputs place of every input taken, by its id
 * @param messages what was said, in order
 */
public record Conversation(
    String workspace,
    String id,
    FlowDefinition definition,
    Dialogue dialogue,
    long seq,
    Map<String, Long> inputs,
    List<ChatMessage> messages,
    Instant createdAt,
    Instant updatedAt) {

  /** What a commit's input holds on the first commit: the context the conversation began with. */
  static final String CONTEXT = "context";

  /** A conversation nobody has begun. */
  static Conversation notStarted(
      String workspace,
      String id,
      FlowDefinition definition,
      Map<String, Object> context,
      Instant at) {
    return new Conversation(
        workspace,
        id,
        definition.over(Map.of()),
        Dialogue.notStarted(context),
        0,
        Map.of(),
        List.of(),
        at,
        at);
  }

  /** The same conversation, held with another version of its flow. */
  Conversation under(FlowDefinition other) {
    return new Conversation(
        workspace,
        id,
        other.over(dialogue.rowIds()),
        dialogue,
        seq,
        inputs,
        messages,
        createdAt,
        updatedAt);
  }

  public String streamKey() {
    return workspace + "/" + id;
  }

  /** The conversation after one more commit. */
  Conversation after(Commit commit) {
    return after(commit, dialogue.after(commit.events()));
  }

  /** The same, with the dialogue already folded. */
  Conversation after(Commit commit, Dialogue folded) {
    var taken = new HashMap<>(inputs);
    taken.put(commit.inputId(), commit.seq());
    var said = new ArrayList<>(messages);
    for (var event : commit.events()) {
      if (event instanceof ConversationEvent.MessageReceived(var messageId, var text)) {
        said.add(ChatMessage.ofUser(messageId, text, commit.at(), commit.lastRev()));
      }
      if (event instanceof ConversationEvent.AgentReplied reply) {
        said.add(ChatMessage.ofAgent(reply, commit.at(), commit.lastRev()));
      }
    }
    commit
        .replies()
        .forEach(reply -> said.add(ChatMessage.ofBot(reply, commit.at(), commit.lastRev())));
    var undone = undone(commit.events());
    if (!undone.isEmpty()) {
      said.replaceAll(message -> undone.contains(message.id()) ? message.asUndone() : message);
    }
    return new Conversation(
        workspace,
        id,
        folded.rows().equals(dialogue.rows()) ? definition : definition.over(folded.rowIds()),
        folded,
        commit.seq(),
        Collections.unmodifiableMap(taken),
        Collections.unmodifiableList(said),
        seq == 0 ? commit.at() : createdAt,
        commit.at());
  }

  private static Set<String> undone(List<ConversationEvent> events) {
    var undone = new HashSet<String>();
    for (var event : events) {
      if (event instanceof ConversationEvent.TurnUndone(var messageId)) {
        undone.add(messageId);
      }
    }
    return undone;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> contextOf(Commit first) {
    return first.input().get(CONTEXT) instanceof Map<?, ?> context
        ? new LinkedHashMap<>((Map<String, Object>) context)
        : Map.of();
  }
}
