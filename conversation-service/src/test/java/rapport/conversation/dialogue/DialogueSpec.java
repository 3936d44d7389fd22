package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.dialogue.DialogueCommand.Say;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.flow.FlowDefinition;

/** A conversation in a test: things are said and edited, then looked at. */
final class DialogueSpec {
  private final List<List<ConversationEvent>> commits = new ArrayList<>();
  private final FlowDefinition definition;
  private final Map<String, Object> context;
  private Dialogue dialogue;
  private List<ConversationEvent> last = List.of();
  private @Nullable String rejection;
  private int messages;

  private DialogueSpec(FlowDefinition definition, Map<String, Object> context) {
    this.definition = definition;
    this.context = context;
    this.dialogue = Dialogue.notStarted(context);
    decide(new Start("en", "u1"));
  }

  static DialogueSpec started() {
    return new DialogueSpec(SmallFlow.DEFINITION, Map.of());
  }

  /** A conversation of another flow. */
  static DialogueSpec started(FlowDefinition definition, Map<String, Object> context) {
    return new DialogueSpec(definition, context);
  }

  static DialogueSpec startedWith(Map<String, Object> context) {
    return new DialogueSpec(SmallFlow.DEFINITION, context);
  }

  DialogueSpec says(Act... acts) {
    messages++;
    return decide(
        new Say("m" + messages, "words", Arrays.asList(acts), "u1", "next-of-m" + messages));
  }

  DialogueSpec answers(String path, Object value) {
    return says(fill(path, value));
  }

  static Act fill(String path, Object value) {
    return new Act.Fill(path, FieldValue.of(value), value.toString(), 0.9);
  }

  static Act correct(String path, Object value) {
    return new Act.Correct(path, FieldValue.of(value), value.toString(), 0.9);
  }

  DialogueSpec edits(String path, Object value) {
    return edits(path, value, dialogue.rev());
  }

  DialogueSpec edits(String path, Object value, long baseRev) {
    return decide(new Edit(path, FieldValue.of(value), baseRev, "u2"));
  }

  DialogueSpec empties(String path) {
    return decide(new Edit(path, null, dialogue.rev(), "u2"));
  }

  DialogueSpec decide(DialogueCommand command) {
    switch (DialogueDecider.decide(definition, dialogue, command)) {
      case Decision.Accepted(var events) -> {
        rejection = null;
        last = events;
        commits.add(events);
        dialogue = dialogue.after(events);
      }
      case Decision.Rejected(var code, _) -> {
        rejection = code;
        last = List.of();
      }
    }
    return this;
  }

  DialogueSpec thenRows(String group, String... items) {
    assertThat(dialogue.rows(group).ids()).containsExactly(items);
    return this;
  }

  /** What the last command led to. */
  List<ConversationEvent> happened() {
    return last;
  }

  Dialogue now() {
    return dialogue;
  }

  long rev() {
    return dialogue.rev();
  }

  DialogueSpec thenHappened(Class<?>... types) {
    assertThat(last).hasExactlyElementsOfTypes(types);
    return this;
  }

  DialogueSpec thenHappenedAmongOthers(Class<?> type) {
    assertThat(last).hasAtLeastOneElementOfType(type);
    return this;
  }

  DialogueSpec thenNothingHappened() {
    assertThat(rejection).isNull();
    assertThat(last).isEmpty();
    return this;
  }

  DialogueSpec thenNoneHappened(Class<?> type) {
    assertThat(last).doesNotHaveAnyElementsOfTypes(type);
    return this;
  }

  DialogueSpec thenRejected(String code) {
    assertThat(rejection).isEqualTo(code);
    return this;
  }

  DialogueSpec thenHolds(String path, @Nullable Object value) {
    assertThat(dialogue.value(path)).isEqualTo(value == null ? null : FieldValue.of(value));
    return this;
  }

  DialogueSpec thenAsks(String... paths) {
    assertThat(dialogue.interview().asked()).containsExactly(paths);
    return this;
  }

  /** What a fresh fold of everything that happened gives. */
  Dialogue replayed() {
    var replay = Dialogue.notStarted(context);
    for (var commit : commits) {
      replay = replay.after(commit);
    }
    return replay;
  }
}
