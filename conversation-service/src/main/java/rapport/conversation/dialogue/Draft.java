package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;

/** The events decided so far for one command, and the dialogue as they leave it. */
final class Draft {
  private final Dialogue before;
  private final List<ConversationEvent> events = new ArrayList<>();
  private FlowDefinition definition;
  private Dialogue now;

  private final @Nullable String nextConversation;

  Draft(FlowDefinition definition, Dialogue before, DialogueCommand command) {
    this.definition = definition.over(before.rowIds());
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
    var rows = now.rows();
    now = now.evolve(event);
    if (!now.rows().equals(rows)) {
      definition = definition.over(now.rowIds());
    }
  }

  /** The definition over the rows there are now. */
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

  /** Captures a value, or corrects the one that is there; nothing when it is the same. */
  void write(String path, FieldValue value, Provenance source) {
    var current = field(path).value();
    if (current == null) {
      emit(new ConversationEvent.FieldCaptured(path, value, source));
    } else if (!current.equals(value)) {
      emit(new ConversationEvent.FieldCorrected(path, current, value, source));
    }
  }

  /** Whether another row holds the value already, in a field whose rows must differ. */
  boolean taken(String path, FieldValue value) {
    return ItemPath.parse(path).stream()
        .flatMap(row -> now.rows(row.group()).ids().stream().map(item -> row.of(item).toString()))
        .filter(other -> !other.equals(path))
        .filter(other -> definition.field(other).filter(Field::unique).isPresent())
        .map(now::value)
        .anyMatch(other -> other != null && other.display().equalsIgnoreCase(value.display()));
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
