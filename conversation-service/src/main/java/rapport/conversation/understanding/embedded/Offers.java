package rapport.conversation.understanding.embedded;

import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.value.Answer;

/** Understands "yes" and "the same" as the value that was offered with the question. */
final class Offers {

  private final Reading reading;

  Offers(Reading reading) {
    this.reading = reading;
  }

  /** The value taken; empty when none was offered, or when the message says more than yes. */
  Optional<FieldValue> taken() {
    var clauses = reading.message().clauses();
    var agrees = !clauses.isEmpty() && clauses.stream().allMatch(this::agrees);
    return agrees && reading.utterance().suggested().isEmpty() ? offered() : Optional.empty();
  }

  private Optional<FieldValue> offered() {
    var values = reading.utterance().values();
    return reading
        .head()
        .flatMap(field ->
            field.offers().stream()
                .map(values::get)
                .filter(FieldValue.Text.class::isInstance)
                .findFirst()
                .flatMap(value ->
                    reading.check(field, value) instanceof Answer.Accepted(var accepted)
                        ? Optional.of(accepted)
                        : Optional.empty()));
  }

  private boolean agrees(Span clause) {
    var command = reading.language().commands().whole(reading.tokens(), clause, Phrases.Names.NONE);
    return (command != null && command.meaning() == Command.YES)
        || reading.language().list("same").whole(reading.tokens(), clause, Phrases.Names.NONE)
            != null;
  }
}
