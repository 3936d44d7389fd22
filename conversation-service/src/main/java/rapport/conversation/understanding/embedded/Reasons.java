package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.OptionalInt;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * What somebody says after taking a value out may be why: "delete the income, I'd rather not have
 * it written down". Words alone are no answer then unless the person says so.
 */
final class Reasons {

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final OptionalInt from;

  Reasons(Reading reading, Answering answering, Written written, Commands commands) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.from =
        commands.heard().stream()
            .filter(heard -> heard.command() == Command.CLEAR && !heard.fields().isEmpty())
            .map(Heard::span)
            .mapToInt(Span::to)
            .min();
  }

  /** The clauses that are none. */
  List<Span> without(List<Span> clauses) {
    return clauses.stream().filter(clause -> !reason(clause)).toList();
  }

  private boolean reason(Span clause) {
    return from.isPresent() && clause.from() >= from.getAsInt();
  }

  /** A sentence of its own may answer the question; the person is asked. */
  void ask(List<Span> clauses) {
    var head = reading.head().filter(field -> field.type().freeText() && !written.has(field));
    var left =
        clauses.stream()
            .filter(clause -> reason(clause) && !written.used(clause) && !sameSentence(clause))
            .toList();
    if (head.isEmpty() || left.isEmpty()) {
      return;
    }
    var said = new Span(left.getFirst().from(), left.getLast().to());
    if (answering.read(head.get(), said) instanceof Given given) {
      var quote = reading.quote(given.quote());
      var fill = new Act.Fill(head.get().path(), given.value(), quote, Confidence.LEFT_OVER);
      written.add(new Act.Unsure(List.of(fill), quote), given.quote());
    }
  }

  private boolean sameSentence(Span clause) {
    return reading.message().sentences().stream()
        .anyMatch(sentence ->
            sentence.span().contains(clause) && sentence.span().from() < from.orElse(0));
  }
}
