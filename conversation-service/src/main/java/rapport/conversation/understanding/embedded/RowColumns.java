package rapport.conversation.understanding.embedded;

import java.util.HashSet;
import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Column.Kind;
import rapport.conversation.understanding.embedded.ColumnEvidence.Strength;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;
import rapport.conversation.value.Answer;

/** Takes what is said about a row apart into its columns. */
final class RowColumns {

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final Durations durations;
  private final List<Column> columns;
  private final ColumnReader reader;

  RowColumns(Reading reading, Answering answering, Durations durations, Written written) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.durations = durations;
    this.columns = Column.of(reading);
    this.reader = new ColumnReader(reading, columns, durations);
  }

  /**
   * Fills the columns.
   *
   * @param stretches the words that may hold answers, in order
   * @param refused whether the message begins by saying that the answer is not known
   */
  void read(List<Span> stretches, boolean refused) {
    if (stretches.isEmpty() || columns.isEmpty()) {
      return;
    }
    if (columns.size() == 1) {
      only(columns.getFirst(), new Span(stretches.getFirst().from(), stretches.getLast().to()));
      return;
    }
    var pieces = new Pieces(reading, reader).of(stretches);
    var runs = new ColumnRuns(reading, columns, reader, durations, refused).of(pieces);
    if (!onlySends(runs)) {
      runs.forEach(this::write);
    }
    sent(runs);
    if (runs.isEmpty() && !refused) {
      untold(stretches);
    }
  }

  /**
   * What shows nothing of where it belongs answers what was asked first: "depends on the budget"
   * when it was a length of time, "a lunch in their office" when it was what they are brought.
   */
  private void untold(List<Span> stretches) {
    var asked = columns.stream().filter(Column::asked).toList();
    if (!asked.isEmpty()
        && stretches.size() == 1
        && (asked.size() == 1 || !asked.getFirst().is(Kind.LENGTH))) {
      only(asked.getFirst(), stretches.getFirst());
    }
  }

  /** All of it is about one column. */
  private void only(Column column, Span words) {
    var shown = reader.read(words).filter(evidence -> evidence.column().equals(column));
    var strength = shown.map(ColumnEvidence::strength).orElse(Strength.NAMED);
    var value = shown.map(ColumnEvidence::value).orElse(words);
    write(new ColumnRun(new ColumnEvidence(column, value, strength), 0));
  }

  private void write(ColumnRun run) {
    var column = run.column();
    var span = new ColumnWords(reading).bare(column, run.span());
    if (span.empty()) {
      return;
    }
    switch (run.unbroken() ? reply(column, span) : joined(run)) {
      case Given given -> fill(run, given);
      case Unfit(var code) when column.asked() -> written.misfit(column.field(), code, span);
      case Unfit _, Reply.Nothing _ -> {}
    }
  }

  private void fill(ColumnRun run, Given given) {
    var people = run.column().is(Kind.PEOPLE) && run.strength() == Strength.TOLD;
    var sure = people || run.strength() == Strength.NAMED || run.column().is(Kind.LENGTH);
    var confidence = sure ? Math.max(Confidence.NAMED, given.confidence()) : given.confidence();
    if (reading.about() != null || (run.strength() == Strength.NAMED && columns.size() > 1)) {
      written.renew(run.column().field(), given, confidence);
    } else {
      written.fill(run.column().field(), given, confidence);
    }
    written.use(run.span());
  }

  private Reply reply(Column column, Span span) {
    var inWords = durations.inWords(span) || durations.in(span).size() > 1;
    return column.is(Kind.LENGTH) && inWords
        ? checked(column, reading.quote(span), span)
        : answering.read(column.field(), span);
  }

  private Reply joined(ColumnRun run) {
    return checked(run.column(), run.text(reading), run.span());
  }

  private Reply checked(Column column, String words, Span span) {
    return switch (reading.check(column.field(), FieldValue.text(words))) {
      case Answer.Accepted(var value) -> new Given(value, span, Confidence.ASKED);
      case Answer.Refused(var code) -> new Unfit(code);
    };
  }

  /**
   * Whether "send a case study" is all that was said when what to do was asked first: it answers
   * that, and the rest is better asked again.
   */
  private boolean onlySends(List<ColumnRun> runs) {
    var asked = columns.stream().filter(Column::asked).findFirst();
    return reading.about() == null
        && runs.size() == 1
        && runs.getFirst().column().is(Kind.THINGS)
        && runs.getFirst().strength() == Strength.TOLD
        && asked.filter(column -> column.is(Kind.ACTIONS)).isPresent();
  }

  /** Who does nothing but "send a case study" acts by sending it. */
  private void sent(List<ColumnRun> runs) {
    var done = new HashSet<Column>();
    runs.forEach(run -> done.add(run.column()));
    var phases = new HashSet<String>();
    runs.stream()
        .filter(run -> run.column().is(Kind.THINGS) && run.strength() == Strength.TOLD)
        .forEach(run -> phases.add(run.column().field().phase()));
    columns.stream()
        .filter(column -> column.is(Kind.ACTIONS) && column.asked() && !done.contains(column))
        .filter(column -> phases.contains(column.field().phase()))
        .findFirst()
        .ifPresent(column ->
            runs.stream()
                .filter(run -> run.column().is(Kind.THINGS))
                .findFirst()
                .ifPresent(run -> write(new ColumnRun(verb(column, run), 0))));
  }

  /** The things with the verb before them. */
  private ColumnEvidence verb(Column column, ColumnRun things) {
    var from = things.span().from();
    var leads = things.column().words().leads();
    for (var at = from - 1; at >= 0 && at > from - 4; at--) {
      if (leads.length(reading.tokens(), at, from) == from - at) {
        return new ColumnEvidence(column, new Span(at, things.span().to()), Strength.TOLD);
      }
    }
    return new ColumnEvidence(column, things.span(), Strength.TOLD);
  }
}
