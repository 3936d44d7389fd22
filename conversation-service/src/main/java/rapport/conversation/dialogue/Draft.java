package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.flow.FlowDefinition;

/** The events decided so far for one command, and the dialogue as they leave it. */
final class Draft {
  private final FlowDefinition definition;
  private final Dialogue before;
  private final List<ConversationEvent> events = new ArrayList<>();
  private Dialogue now;

  private final @Nullable String nextConversation;

  Draft(FlowDefinition definition, Dialogue before, DialogueCommand command) {
    this.definition = definition;
    this.before = before;
    this.now = before;
    this.nextConversation =
        command instanceof DialogueCommand.Say say ? say.nextConversation() : null;
  }

  /** The id to give a next conversation, where the command can start one. */
  Optional<String> nextConversation() {
    return Optional.ofNullable(nextConversation);
  }

  void emit(ConversationEvent event) {
    events.add(event);
    now = now.evolve(event);
  }

  FlowDefinition definition() {
    return definition;
  }

  /** The dialogue before the command. */
  Dialogue before() {
    return before;
  }

  /** The dialogue after the events so far. */
  Dialogue now() {
    return now;
  }

  FieldState field(String path) {
    return now.field(path);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** Whether a summary was asked for that is not there yet. */
  boolean awaitsSummary() {
    return has(ConversationEvent.SummaryRequested.class)
        && !has(ConversationEvent.SummaryProduced.class);
  }

  boolean has(Class<? extends ConversationEvent> type) {
    return events.stream().anyMatch(type::isInstance);
  }

  Decision accepted() {
    return new Decision.Accepted(events);
  }
}
