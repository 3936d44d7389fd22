package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Understands a yes or no that begins a longer answer to a question for yes or no. */
final class Confirmations {

  private static final int MOST_WORDS_OF_A_NAME = 5;

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
    if (said == Command.NO && correctsAnother(head.get(), span)) {
      return false;
    }
    var quote = heard.map(Heard::span).orElse(new Span(span.from(), span.from() + yes + no));
    var given = new Given(new FieldValue.Flag(said == Command.YES), quote, Confidence.PICKED);
    written.fill(
        head.get(), given, heard.isPresent() ? Confidence.PICKED : Confidence.TYPED_AND_ASKED);
    if (said == Command.NO) {
      subject(head.get())
          .ifPresent(field ->
              instead(field, heard.isPresent() ? commands.others().getFirst() : afterNo(no)));
    }
    return true;
  }

  /** "No, B2C after all" takes back another answer, and does not say that the company is wrong. */
  private boolean correctsAnother(Field head, Span span) {
    var said =
        new Cursor(reading, span).skip("plain_no").skip("correction_links").skipLast("closers");
    return reading.fields().values().stream()
        .filter(field -> field.type() == FieldType.CHOICE && !field.control())
        .filter(field -> !field.equals(head) && reading.filled(field))
        .anyMatch(field -> new Choices(reading, field).whole(said.rest()).isPresent());
  }

  /** The "it's Globex" of "no it's Globex, not Acme"; empty when nothing of the kind follows. */
  private Span afterNo(int no) {
    var clause = reading.message().clauses().getFirst();
    var rest = new Span(clause.from() + no, clause.to());
    var linked = reading.language().afterOpeners("correction_links", reading.tokens(), rest);
    return linked.equals(rest) ? new Span(rest.to(), rest.to()) : linked;
  }

  /**
   * Understands another name as the answer to "is this the right one?", and "Acme is wrong" as no.
   *
   * @param open the clauses nothing else was understood of
   */
  boolean named(List<Span> open) {
    var head = reading.head().filter(field -> field.type() == FieldType.CONFIRM);
    var subject = head.flatMap(this::subject);
    if (subject.isEmpty() || open.size() != 1 || reading.message().sentences().size() != 1) {
      return false;
    }
    var words = open.getFirst();
    var denied = reading.language().beforeClosers("denials", reading.tokens(), words);
    if (!denied.equals(words)) {
      answer(head.get(), false, words);
      return true;
    }
    if (words.size() > MOST_WORDS_OF_A_NAME
        || new Titles(reading).startingAt(words.from(), words.to()).isPresent()
        || !(answering.read(subject.get(), words) instanceof Given name)) {
      return false;
    }
    var same = holds(subject.get(), name.value().display());
    answer(head.get(), same, words);
    if (!same) {
      written.renew(subject.get(), name, Confidence.TYPED_AND_ASKED);
    }
    return true;
  }

  private void answer(Field confirm, boolean yes, Span quote) {
    var given = new Given(new FieldValue.Flag(yes), quote, Confidence.TYPED_AND_ASKED);
    written.fill(confirm, given, Confidence.TYPED_AND_ASKED);
  }

  /** Whether it is the name the field has, or the beginning of it. */
  private boolean holds(Field field, String name) {
    var value = reading.utterance().values().get(field.path());
    return value != null && value.display().regionMatches(true, 0, name, 0, name.length());
  }

  /** The field a confirmation is about. */
  private Optional<Field> subject(Field confirm) {
    return reading.fields().values().stream()
        .filter(field -> confirm.when().reads().contains(field.path()) && field.type().freeText())
        .findFirst();
  }

  /** The Globex of "no, it's Globex": the field the question was about. */
  private void instead(Field field, Span words) {
    if (answering.read(field, words) instanceof Given given) {
      written.renew(field, given, Confidence.TYPED_AND_ASKED);
      written.use(words);
    }
  }
}
