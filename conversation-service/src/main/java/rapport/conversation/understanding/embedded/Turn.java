package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;

/** Understands one message: from the surest evidence to the weakest, each word used once. */
final class Turn {

  /** Longer messages are about something else than a question for a single value. */
  private static final int MOST_WORDS = 8;

  private final Reading reading;
  private final Optional<Meanings> meanings;
  private final List<Candidate> candidates;
  private final Scores scores;
  private final Answering answering;
  private final Written written;
  private final Employment employment;
  private final Recognised recognised;

  Turn(Reading reading, Optional<Meanings> meanings) {
    this.reading = reading;
    this.meanings = meanings;
    this.candidates = Candidates.in(reading);
    this.scores = new Scores(reading, candidates);
    this.answering = new Answering(reading, candidates, scores);
    this.written = new Written(reading);
    var fields = new WordFields(reading, written);
    this.employment = new Employment(reading, candidates, written, fields);
    this.recognised = new Recognised(reading, candidates, written, fields, employment);
  }

  List<Act> acts() {
    if (reading.message().readable() && reading.meantForTheMachine()) {
      return List.of(notUnderstood());
    }
    if (picked() || offerTaken() || new FinalWords(reading, written).read()) {
      return written.acts();
    }
    var commands = new Commands(reading);
    if (commands.others().isEmpty()) {
      return new CommandActs(reading).only(commands.heard());
    }
    if (!reading.message().readable()) {
      return List.of(notUnderstood());
    }
    answers(commands);
    return written.empty() ? List.of(notUnderstood()) : written.acts();
  }

  /** "Not sure, probably a trade school" and "it varies but mostly retail" answer after all. */
  private boolean guessed(Span clause) {
    if (reading.language().has("joints", reading.tokens(), clause.from() - 1)) {
      return true;
    }
    var length = reading.language().length("guesses", reading.tokens(), clause.from(), clause.to());
    return length > 0 && length < clause.size();
  }

  /** Nothing but a question is one, whatever it is about. */
  private Act notUnderstood() {
    return reading.asks()
        ? new Act.AskAbout(null, Act.AskAbout.Topic.OTHER)
        : new Act.NotUnderstood(reading.utterance().text());
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
    var option =
        choices
            .whole(span)
            .or(() -> choices.whole(bare))
            .or(() -> same(choices))
            .or(() -> new FinalWords(reading, written).next(head.get()));
    option.ifPresent(pick ->
        written.fill(
            head.get(),
            new Given(FieldValue.text(pick.option()), pick.span(), Confidence.PICKED),
            Confidence.PICKED));
    return option.isPresent();
  }

  /** Every clause of the message is the same option: "no, that's all". */
  private Optional<Choices.Picked> same(Choices choices) {
    var picked = reading.message().clauses().stream().map(choices::whole).toList();
    var options =
        picked.stream()
            .map(pick -> pick.map(Choices.Picked::option).orElse(""))
            .distinct()
            .toList();
    return options.size() == 1 && !options.contains("")
        ? picked.getFirst().map(pick -> new Choices.Picked(pick.option(), reading.message().span()))
        : Optional.empty();
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

  private void answers(Commands commands) {
    var confirmations = new Confirmations(reading, answering, written);
    var confirmed = confirmations.read(commands);
    for (var sentence : reading.message().sentences()) {
      new Corrections(reading, answering, scores, candidates, written).read(sentence);
    }
    new CommandActs(reading).beside(commands.heard(), written);
    var named = new NamedClauses(reading, candidates, answering, written);
    var first = true;
    for (var sentence : reading.message().sentences()) {
      if (!sentence.question()) {
        named.read(sentence, first);
      }
      first = false;
    }
    new Announced(reading, candidates, scores, written).read();
    var open = answerClauses(commands);
    var reasons = new Reasons(reading, answering, written, commands);
    var refused =
        commands.heard().stream().anyMatch(h -> h.refuses() && h.fields().isEmpty())
            && open.stream().noneMatch(this::guessed);
    new Evidence(reading, answering, scores, written, recognised).read(open, refused);
    if (!refused) {
      var answers = reasons.without(open);
      new Trade(reading, answering, written).read();
      if (answers.equals(open)) {
        meanings.ifPresent(known -> new Routing(reading, answering, written, known).read());
      }
      new InTurn(reading, answering, written, meanings).read(answers);
      new FreeText(reading, answering, written, answers).read();
      reasons.ask(open);
      nameWithTitle();
      recognised.countryOfPlace();
      if (!written.anyField() && !confirmed && !confirmations.named(open)) {
        misfit(open);
      }
    } else {
      new Refusals(reading, written).read(commands);
    }
  }

  /** The clauses that may hold answers: no commands, no questions, nothing understood so far. */
  private List<Span> answerClauses(Commands commands) {
    var answers = new ArrayList<Span>();
    var said = commands.heard().stream().filter(this::noAnswer).map(Heard::span).toList();
    for (var sentence : reading.message().sentences()) {
      if (!sentence.question() && !supposes(sentence)) {
        sentence.clauses().stream()
            .filter(clause -> !hesitates(sentence, clause))
            .map(this::unread)
            .filter(clause -> !clause.empty())
            .filter(clause -> said.stream().noneMatch(span -> span.contains(clause)))
            .map(recognised::withoutPlace)
            .flatMap(clause -> relative(clause).stream())
            .forEach(answers::add);
      }
    }
    return answers;
  }

  /** "If she were the CEO she'd be on 300k" answers no short question. */
  private boolean supposes(Sentence sentence) {
    var span = sentence.span();
    return shortAsked()
        && reading.language().length("unreal", reading.tokens(), span.from(), span.to()) > 0;
  }

  private boolean shortAsked() {
    return reading.head().filter(head -> head.type() != FieldType.TEXT).isPresent();
  }

  /** The "depends on the firm" of "depends on the firm, often the CTO", to a short question. */
  private boolean hesitates(Sentence sentence, Span clause) {
    return !clause.equals(sentence.clauses().getLast())
        && shortAsked()
        && reading.language().length("hesitations", reading.tokens(), clause.from(), clause.to())
            > 0;
  }

  /** The whole clause, or the "and salary around 95k" after what names its field. */
  private Span unread(Span clause) {
    var rest = written.after(clause);
    var goesOn =
        written.used(clause) && reading.language().has("joints", reading.tokens(), rest.from());
    return !written.used(clause) || goesOn ? rest : new Span(clause.to(), clause.to());
  }

  /** A refusal, or the "sounds good" before a question. */
  private boolean noAnswer(Heard heard) {
    return heard.refuses() || (heard.command() == Command.YES && reading.asks());
  }

  /** "A small business owner" and "who struggles with paperwork" are about different fields. */
  private List<Span> relative(Span clause) {
    for (var at = clause.from() + 1; at < clause.to(); at++) {
      if (reading.language().has("relatives", reading.tokens(), at) && leads(at + 1, clause.to())) {
        return List.of(new Span(clause.from(), at), new Span(at, clause.to()));
      }
    }
    return List.of(clause);
  }

  private boolean leads(int at, int to) {
    return reading.fields().values().stream()
        .filter(field -> !reading.asked(field))
        .anyMatch(field -> reading.words(field).leads().length(reading.tokens(), at, to) > 0);
  }

  /** "Kelly Lawson, Marketing Manager" says two things. */
  private void nameWithTitle() {
    reading.utterance().asked().stream()
        .filter(field -> reading.words(field).is(FieldWords.Kind.PERSON) && written.has(field))
        .findFirst()
        .ifPresent(_ -> employment.titleInName(reading.message().span()));
  }

  /** Something was clearly meant as the answer and cannot be it. */
  private void misfit(List<Span> open) {
    var head = reading.head().filter(field -> !written.has(field));
    var taken = open.stream().anyMatch(written::used);
    if (head.isEmpty() || open.isEmpty() || taken || !written.empty()) {
      return;
    }
    var all = new Span(open.getFirst().from(), open.getLast().to());
    // "None of those, more of an adviser"
    var span =
        head.get().openOptions()
            ? reading.language().afterOpeners("which_none", reading.tokens(), all)
            : all;
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
