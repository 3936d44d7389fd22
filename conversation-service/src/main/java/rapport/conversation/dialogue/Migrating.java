package rapport.conversation.dialogue;

import java.util.List;
import java.util.Objects;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** Takes a conversation over to a newer version of its flow. */
final class Migrating {

  private Migrating() {}

  static Decision decide(Draft draft) {
    var from = draft.before().flowVersion();
    var to = draft.definition().version();
    var migration = draft.definition().migrationFrom(from).orElse(null);
    if (migration == null) {
      return from == to ? draft.accepted() : new Decision.Rejected("no-migration", List.of());
    }
    draft.emit(new ConversationEvent.FlowMigrated(from, to, migration.rename(), migration.drop()));
    draft.definition().fields().toList().forEach(field -> fit(draft, field));
    return draft.accepted();
  }

  /** A value its field cannot hold any more is read anew from its words, or emptied. */
  private static void fit(Draft draft, Field field) {
    var state = draft.field(field.path());
    var value = state.value();
    if (value == null || accepted(draft, field, value).equals(new Answer.Accepted(value))) {
      return;
    }
    switch (accepted(draft, field, FieldValue.text(value.display()))) {
      case Answer.Accepted(var anew) ->
          draft.emit(
              field.control()
                  ? new ConversationEvent.ControlAnswered(field.path(), anew, source(state))
                  : new ConversationEvent.FieldReset(field.path(), anew, state.source()));
      case Answer.Refused _ ->
          draft.emit(
              field.control()
                  ? new ConversationEvent.ControlReopened(field.path())
                  : new ConversationEvent.FieldCleared(
                      field.path(), value, new Provenance(Origin.GENERATED, null, null, 1)));
    }
  }

  private static Answer accepted(Draft draft, Field field, FieldValue value) {
    return Answers.check(
        field, value, Choices.fromContext(field, draft.now()), draft.now().wording());
  }

  private static Provenance source(FieldState state) {
    return Objects.requireNonNullElse(
        state.source(), new Provenance(Origin.GENERATED, null, null, 1));
  }
}
