package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.FieldState;
import rapport.conversation.session.Commit;

/**
 * What became of one edit.
 *
 * @param outcome {@code applied}, {@code unchanged}, {@code conflict} (the other value stands, this
 *     one waits beside it) or {@code rejected}
 * @param rev the field's revision now
 * @param value what the field holds now
 * @param code why it was rejected
 * @param detail the same for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditResult(
    String mutationId,
    String path,
    String outcome,
    @Nullable Long rev,
    @Nullable FieldValue value,
    @Nullable String code,
    @Nullable String detail) {

  static EditResult of(String mutationId, String path, @Nullable Commit commit, FieldState state) {
    return new EditResult(
        mutationId, path, outcome(commit), state.rev(), state.value(), null, null);
  }

  static EditResult rejected(String mutationId, String path, String code, String detail) {
    return new EditResult(mutationId, path, "rejected", null, null, code, detail);
  }

  private static String outcome(@Nullable Commit commit) {
    if (commit == null) {
      return "unchanged";
    }
    var conflict =
        commit.events().stream().anyMatch(ConversationEvent.FieldConflicted.class::isInstance);
    return conflict ? "conflict" : "applied";
  }
}
