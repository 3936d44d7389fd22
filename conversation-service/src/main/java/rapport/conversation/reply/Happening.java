package rapport.conversation.reply;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;

/** What one input did to a conversation: before, the events, after. */
record Happening(
    FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {

  /** Whether it began the conversation. */
  boolean isStart() {
    return before.rev() == 0;
  }

  /** Whether somebody said something, or there is something to say of our own accord. */
  boolean inChat() {
    return isStart() || any(ConversationEvent.MessageReceived.class);
  }

  <T extends ConversationEvent> Stream<T> of(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  <T extends ConversationEvent> void each(Class<T> type, Consumer<T> consumer) {
    of(type).forEach(consumer);
  }

  /** How many answers were put aside; a question skipped before is none. */
  long answersParked() {
    return of(ConversationEvent.FieldParked.class)
        .filter(event -> before.value(event.path()) != null)
        .count();
  }

  long answersRestored() {
    return of(ConversationEvent.FieldRestored.class).filter(e -> e.value() != null).count();
  }

  /** Whether it is the title of a row that was added with it. */
  boolean added(String path) {
    return of(ConversationEvent.ItemAdded.class)
        .anyMatch(event -> {
          var group = definition.groups().get(event.group());
          return group != null && group.titleOf(event.item()).equals(path);
        });
  }

  /** Whether a question of the person was looked up, and is answered or left to a colleague. */
  boolean answersQuestion() {
    return any(ConversationEvent.QuestionAnswered.class)
        || any(ConversationEvent.QuestionLeftOpen.class);
  }

  boolean any(Class<? extends ConversationEvent> type) {
    return events.stream().anyMatch(type::isInstance);
  }
}
