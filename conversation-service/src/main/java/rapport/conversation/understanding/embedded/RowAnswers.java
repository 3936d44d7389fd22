package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Message.Sentence;

/** Understands what is said about one row. */
final class RowAnswers {

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Written written;

  RowAnswers(Reading reading) {
    this.reading = reading;
    this.candidates = Candidates.in(reading);
    this.written = new Written(reading);
  }

  List<Act> acts() {
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

  private Act notUnderstood() {
    return reading.asks()
        ? new Act.AskAbout(null, Act.AskAbout.Topic.OTHER)
        : new Act.NotUnderstood(reading.utterance().text());
  }

  private void answers(Commands commands) {
    var answering = new Answering(reading, candidates, new Scores(reading, candidates));
    reading.message().sentences().stream()
        .filter(sentence -> !sentence.question())
        .forEach(new NamedCorrections(reading, answering, written)::read);
    new CommandActs(reading).beside(commands.heard(), written);
    new RowColumns(reading, answering, new Durations(reading, candidates), written)
        .read(stretches(commands), refusedFirst(commands));
    if (commands.heard().stream().anyMatch(h -> h.refuses() && h.fields().isEmpty())) {
      new Refusals(reading, written).read(commands);
    }
  }

  /** "Dunno yet, marketing hasn't decided". */
  private boolean refusedFirst(Commands commands) {
    return commands.heard().stream()
        .anyMatch(
            heard -> heard.refuses() && heard.fields().isEmpty() && reading.opens(heard.span()));
  }

  /** The sentences that may hold answers, without the commands in them. */
  private List<Span> stretches(Commands commands) {
    var stretches = new ArrayList<Span>();
    for (var sentence : reading.message().sentences()) {
      if (!sentence.question() && !written.used(sentence.span())) {
        stretches.addAll(without(commands, sentence));
      } else if (!sentence.question()) {
        sentence.clauses().stream().filter(c -> !written.used(c)).forEach(stretches::add);
      }
    }
    return stretches;
  }

  private List<Span> without(Commands commands, Sentence sentence) {
    var spans = new ArrayList<Span>();
    var from = sentence.span().from();
    for (var heard : commands.heard()) {
      if (sentence.span().contains(heard.span()) && beside(heard, sentence)) {
        add(spans, from, heard.span().from());
        from = heard.span().to();
      }
    }
    add(spans, from, sentence.span().to());
    return spans;
  }

  /** Whether it is no part of an answer: "start" may be something buyers do. */
  private static boolean beside(Heard heard, Sentence sentence) {
    return heard.refuses()
        || heard.meantAnywhere()
        || heard.span().from() == sentence.span().from();
  }

  private static void add(List<Span> spans, int from, int to) {
    if (to > from) {
      spans.add(new Span(from, to));
    }
  }
}
