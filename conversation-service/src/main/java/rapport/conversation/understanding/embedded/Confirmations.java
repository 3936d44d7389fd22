package rapport.conversation.understanding.embedded;

import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Understands a yes or no that begins a longer answer to a question for yes or no. */
final class Confirmations {

  private final Reading reading;
  private final Answering answering;
  private final Written written;

  Confirmations(Reading reading, Answering answering, Written written) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
  }

  /** Handles "yes, and ..."; tells whether the message says yes or no. */
  boolean read(Commands commands) {
    var head = reading.head().filter(field -> field.type() == FieldType.CONFIRM);
    if (head.isEmpty()) {
      return false;
    }
    var span = reading.message().span();
    var yes = reading.language().length("plain_yes", reading.tokens(), span.from(), span.to());
    var no = reading.language().length("plain_no", reading.tokens(), span.from(), span.to());
    var heard = commands.heard().stream().findFirst().filter(h -> h.span().from() == span.from());
    var said = heard.map(Heard::command).orElse(yes > 0 ? Command.YES : Command.NO);
    if ((said != Command.YES && said != Command.NO) || (heard.isEmpty() && yes + no == 0)) {
      return false;
    }
    var quote = heard.map(Heard::span).orElse(new Span(span.from(), span.from() + yes + no));
    var given = new Given(new FieldValue.Flag(said == Command.YES), quote, Confidence.PICKED);
    written.fill(
        head.get(), given, heard.isPresent() ? Confidence.PICKED : Confidence.TYPED_AND_ASKED);
    if (said == Command.NO && heard.isPresent()) {
      instead(head.get(), commands.others());
    }
    return true;
  }

  /** The Globex of "no, it's Globex": the field the question was about. */
  private void instead(Field confirm, List<Span> others) {
    reading.fields().values().stream()
        .filter(field -> confirm.when().reads().contains(field.path()) && field.type().freeText())
        .findFirst()
        .ifPresent(field -> {
          if (answering.read(field, others.getFirst()) instanceof Given given) {
            written.correct(field, given, Confidence.TYPED_AND_ASKED);
            written.use(others.getFirst());
          }
        });
  }
}
