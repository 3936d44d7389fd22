package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;

/** Understands one message: from the surest evidence to the weakest, each word used once. */
final class Turn {

  /** Longer messages are about something else than a question for a single value. */
  private static final int MOST_WORDS = 8;

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Scores scores;
  private final Answering answering;
  private final Written written;
  private final Recognised recognised;

  Turn(Reading reading) {
    this.reading = reading;
    this.candidates = Candidates.in(reading);
    this.scores = new Scores(reading, candidates);
    this.answering = new Answering(reading, candidates, scores);
    this.written = new Written(reading);
    this.recognised = new Recognised(reading, written);
  }

  List<Act> acts() {
    if (reading.message().readable() && meantForTheMachine()) {
      return List.of(notUnderstood());
    }
    if (picked() || offerTaken()) {
      return written.acts();
    }
    var commands = new Commands(reading);
    if (commands.others().isEmpty()) {
      return only(commands.heard());
    }
    if (!reading.message().readable()) {
      return List.of(notUnderstood());
    }
    answers(commands);
    return written.empty() ? List.of(notUnderstood()) : written.acts();
  }

  private Act notUnderstood() {
    return new Act.NotUnderstood(reading.utterance().text());
  }

  private boolean meantForTheMachine() {
    for (var at = 0; at < reading.tokens().size(); at++) {
      if (reading.language().length("asides", reading.tokens(), at, reading.tokens().size()) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The message as a whole is an option of the choice that was asked. */
  private boolean picked() {
    var head = reading.head().filter(field -> field.type() == FieldType.CHOICE);
    if (head.isEmpty()) {
      return false;
    }
    var span = reading.message().span();
    var opened = reading.language().afterOpeners("openers", reading.tokens(), span);
    var bare = reading.language().beforeClosers("closers", reading.tokens(), opened);
    var choices = new Choices(reading, head.get());
    var option = choices.whole(span).or(() -> choices.whole(bare));
    option.ifPresent(pick ->
        written.fill(
            head.get(),
            new Given(FieldValue.text(pick.option()), pick.span(), Confidence.PICKED),
            Confidence.PICKED));
    return option.isPresent();
  }

  /** The message does nothing but agree to the value offered with the question. */
  private boolean offerTaken() {
    var taken = new Offers(reading).taken();
    var span = reading.message().span();
    taken.ifPresent(value -> {
      var given = new Given(value, span, Confidence.PICKED);
      reading.head().ifPresent(field -> written.fill(field, given, Confidence.PICKED));
    });
    return taken.isPresent();
  }

  /** What a message of nothing but commands means; small talk counts when nothing else was said. */
  private List<Act> only(List<Heard> heard) {
    var acts = new ArrayList<Act>();
    var unknown = heard.stream().anyMatch(h -> h.command() == Command.DONT_KNOW);
    for (var command : heard) {
      var said = heard.stream().anyMatch(h -> !h.aside()) && command.aside();
      var skipsUnknown = unknown && command.command() == Command.SKIP;
      if (!said && !skipsUnknown) {
        new CommandActs(reading)
            .act(command)
            .filter(act -> !acts.contains(act))
            .ifPresent(acts::add);
      }
    }
    return acts.isEmpty() ? List.of(notUnderstood()) : List.copyOf(acts);
  }

  private void answers(Commands commands) {
    var confirmations = new Confirmations(reading, answering, written);
    var confirmed = confirmations.read(commands);
    for (var sentence : reading.message().sentences()) {
      new Corrections(reading, answering, scores, candidates, written).read(sentence);
    }
    commandsBesideAnswers(commands);
    var named = new NamedClauses(reading, answering, written);
    var first = true;
    for (var sentence : reading.message().sentences()) {
      if (!sentence.question()) {
        named.read(sentence, first);
      }
      first = false;
    }
    var open = answerClauses(commands);
    new Evidence(reading, answering, scores, written, recognised).read(open);
    var refused = commands.heard().stream().anyMatch(h -> h.refuses() && h.fields().isEmpty());
    if (!refused) {
      new FreeText(reading, answering, written, open).read();
      nameWithTitle();
      if (!written.anyField() && !confirmed && !confirmations.named(open)) {
        misfit(open);
      }
    } else {
      refusal(commands);
    }
  }

  private void commandsBesideAnswers(Commands commands) {
    for (var heard : commands.heard()) {
      if (heard.meantAnywhere() && !written.used(heard.span())) {
        if (!heard.aside()) {
          new CommandActs(reading).act(heard).ifPresent(act -> written.add(act, heard.span()));
        }
        written.settle(heard.fields());
        written.use(heard.span());
      }
    }
  }

  /** The clauses that may hold answers: no commands, no questions, nothing understood so far. */
  private List<Span> answerClauses(Commands commands) {
    var answers = new ArrayList<Span>();
    var refusals = commands.heard().stream().filter(Heard::refuses).map(Heard::span).toList();
    for (var sentence : reading.message().sentences()) {
      if (!sentence.question()) {
        sentence.clauses().stream()
            .filter(clause -> !written.used(clause))
            .filter(clause -> refusals.stream().noneMatch(r -> r.contains(clause)))
            .forEach(answers::add);
      }
    }
    return answers;
  }

  /** "Kelly Lawson, Marketing Manager" says two things. */
  private void nameWithTitle() {
    reading.utterance().asked().stream()
        .filter(field -> reading.words(field).is(FieldWords.Kind.PERSON) && written.has(field))
        .findFirst()
        .ifPresent(_ -> recognised.titleInName(reading.message().span()));
  }

  /** "No idea, but she's 42": whatever was asked and not answered is not known. */
  private void refusal(Commands commands) {
    var open = reading.utterance().asked().stream().filter(field -> !written.has(field)).toList();
    var unknown = commands.heard().stream().anyMatch(h -> h.command() == Command.DONT_KNOW);
    if (open.isEmpty() && written.anyField()) {
      return;
    }
    var paths = written.anyField() ? open.stream().map(Field::path).toList() : List.<String>of();
    commands.heard().stream()
        .filter(h -> h.command() == (unknown ? Command.DONT_KNOW : Command.SKIP))
        .filter(h -> h.fields().isEmpty())
        .findFirst()
        .ifPresent(
            h -> written.add(unknown ? new Act.DontKnow(paths) : new Act.Skip(paths), h.span()));
  }

  /** Something was clearly meant as the answer and cannot be it. */
  private void misfit(List<Span> open) {
    var head = reading.head().filter(field -> !written.has(field));
    var taken = open.stream().anyMatch(written::used);
    if (head.isEmpty() || open.isEmpty() || taken || !written.empty()) {
      return;
    }
    var span = new Span(open.getFirst().from(), open.getLast().to());
    if (span.size() > MOST_WORDS && head.get().type() != FieldType.TEXT) {
      return;
    }
    switch (answering.read(head.get(), span)) {
      case Given given -> written.fill(head.get(), given, given.confidence());
      case Unfit(var code) -> written.misfit(head.get(), code, span);
      case Reply.Nothing _ -> {}
    }
  }
}
