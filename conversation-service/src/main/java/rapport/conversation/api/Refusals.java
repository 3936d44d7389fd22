package rapport.conversation.api;

import org.springframework.http.HttpStatus;
import rapport.conversation.session.RejectedException;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** Refused commands as problems. */
final class Refusals {

  private Refusals() {}

  static Problem problem(RejectedException refused) {
    var status =
        switch (refused.code()) {
          case "nothing-to-undo", "taken-over-already", "not-taken-over" -> HttpStatus.CONFLICT;
          case "unknown-group", "no-such-item" -> HttpStatus.NOT_FOUND;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return Problem.of(status, refused.code(), sentence(refused.code()))
        .withErrors(
            refused.paths().stream()
                .map(path -> new FieldError(path, refused.code(), sentence(refused.code())))
                .toList());
  }

  /** Why, in a sentence; a code without one of its own is a value its field cannot take. */
  static String sentence(String code) {
    return switch (code) {
      case "required-fields-missing" -> "An answer is needed before finishing.";
      case "nothing-to-undo" -> "This message cannot be taken back, or not any more.";
      case "no-handoff-here" -> "Nobody takes conversations of this flow over.";
      case "taken-over-already" -> "A colleague has taken the conversation over.";
      case "not-taken-over" -> "You have not taken this conversation over.";
      case "no-summary-here" -> "This flow has no summary.";
      case "unknown-group" -> "This flow has no such group of rows.";
      case "no-such-item" -> "There is no such row.";
      case "too-many-items" -> "There cannot be more rows.";
      case "too-few-items" -> "The last rows have to stay.";
      case "already-there" -> "Another row has this name already.";
      case "unknown-field" -> "There is no such field.";
      case "does-not-apply" -> "The field does not apply to what was chosen.";
      case "changed-meanwhile" -> "Somebody else has changed this field meanwhile.";
      case "unknown-revision" -> "The conversation has no such revision yet.";
      case "wrong-type" -> "The field takes another kind of value.";
      default -> "The field cannot take this value.";
    };
  }
}
