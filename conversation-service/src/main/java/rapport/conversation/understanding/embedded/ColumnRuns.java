package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Column.Kind;
import rapport.conversation.understanding.embedded.ColumnEvidence.Strength;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Pieces.Piece;

/** Gives every piece of what is said about a row to the column it belongs to. */
final class ColumnRuns {

  private static final int MOST_WORDS_OF_AN_ITEM = 6;

  private static final Set<Command> REFUSALS = EnumSet.of(Command.SKIP, Command.DONT_KNOW);

  private final Reading reading;
  private final List<Column> columns;
  private final ColumnReader reader;
  private final Durations durations;
  private final boolean refused;
  private final List<ColumnRun> runs = new ArrayList<>();
  private final Set<Column> named = new HashSet<>();
  private boolean lengthTold;

  /** The run that goes on while a piece belongs to nothing else. */
  private @Nullable ColumnRun open;

  /**
   * @param refused whether the message begins by saying that the answer is not known, so that words
   *     that show nothing only explain that
   */
  ColumnRuns(
      Reading reading,
      List<Column> columns,
      ColumnReader reader,
      Durations durations,
      boolean refused) {
    this.refused = refused;
    this.reading = reading;
    this.columns = columns;
    this.reader = reader;
    this.durations = durations;
  }

  List<ColumnRun> of(List<Piece> pieces) {
    var shown = pieces.stream().map(piece -> reader.read(piece.span())).toList();
    for (var evidence : shown) {
      evidence.filter(e -> e.is(Strength.NAMED)).ifPresent(e -> named.add(e.column()));
      lengthTold |= evidence.filter(e -> e.column().is(Kind.LENGTH)).isPresent();
    }
    var inOrder = inOrder(shown);
    for (var i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      var evidence = shown.get(i).filter(this::meant);
      if (evidence.isEmpty() && inOrder) {
        evidence = Optional.of(new ColumnEvidence(asked().get(i), piece.span(), Strength.ACTED));
      }
      piece(piece, i, evidence);
    }
    return runs;
  }

  /**
   * Whether there is one piece for each question, and what they show says that they answer them in
   * turn: "read forums, a week, streamers and their guildmates".
   */
  private boolean inOrder(List<Optional<ColumnEvidence>> shown) {
    var asked = asked();
    return shown.size() == asked.size()
        && shown.size() > 2
        && shown.stream().anyMatch(Optional::isPresent)
        && IntStream.range(0, shown.size())
            .allMatch(i ->
                shown
                    .get(i)
                    .map(evidence -> evidence.column().equals(asked.get(i)))
                    .orElse(!asked.get(i).is(Kind.LENGTH)));
  }

  private List<Column> asked() {
    return columns.stream().filter(Column::asked).toList();
  }

  /** Whether evidence counts in this situation. */
  private boolean meant(ColumnEvidence evidence) {
    var column = evidence.column();
    var addressed = reading.about() != null;
    return switch (evidence.strength()) {
      case NAMED -> true;
      case TOLD ->
          !named.contains(column)
              && (column.is(Kind.LENGTH)
                  || column.asked()
                  || addressed
                  || (column.open() && (severalAsked() || toldAnywhere(column))));
      case ACTED ->
          column.asked() || addressed || (column.open() && (severalAsked() || onlyLengthAsked()));
      case KIND -> column.asked() && !named.contains(column) && severalAsked() && !goesOn(evidence);
    };
  }

  /** "Driven by the CFO" and "we tell them that" are no answer to any other question. */
  private static boolean toldAnywhere(Column column) {
    return column.is(Kind.PEOPLE) || column.is(Kind.MESSAGE);
  }

  /** "Ask colleagues, friends and family": the friends belong to the asking. */
  private boolean goesOn(ColumnEvidence evidence) {
    return evidence.column().is(Kind.PEOPLE)
        && open != null
        && open.column().is(Kind.ACTIONS)
        && reader.people(evidence.column()).last(open.last());
  }

  private boolean severalAsked() {
    return columns.stream().filter(Column::asked).count() != 1;
  }

  /** Asked how long, "they ask for quotes" cannot be the answer. */
  private boolean onlyLengthAsked() {
    return columns.stream().filter(Column::asked).allMatch(column -> column.is(Kind.LENGTH));
  }

  private void piece(Piece piece, int number, Optional<ColumnEvidence> shown) {
    var evidence = shown.filter(e -> !goesOnAsKind(e));
    if (refuses(piece.span()) || (evidence.isEmpty() && denies(piece))) {
      open = null;
    } else if (evidence.isPresent()) {
      put(evidence.get(), piece, number);
    } else if (open != null && continues(open, piece)) {
      put(new ColumnEvidence(open.column(), piece.span(), Strength.ACTED), piece, number);
    } else if (lengthWithin(piece).isPresent()) {
      put(lengthWithin(piece).get(), piece, number);
    } else {
      fallback()
          .ifPresentOrElse(
              column ->
                  put(new ColumnEvidence(column, piece.span(), Strength.ACTED), piece, number),
              () -> open = null);
    }
  }

  /** The "90 days" of "from start to finish 90 days", when only that was asked. */
  private Optional<ColumnEvidence> lengthWithin(Piece piece) {
    var told = durations.in(piece.span());
    return piece.opens() && onlyLengthAsked() && !lengthTold && told.size() == 1
        ? length().map(column -> new ColumnEvidence(column, told.getFirst(), Strength.TOLD))
        : Optional.empty();
  }

  private boolean goesOnAsKind(ColumnEvidence evidence) {
    return evidence.is(Strength.KIND) && goesOn(evidence);
  }

  /** "Not sure about the others" tells nothing about this one. */
  private boolean refuses(Span piece) {
    var command =
        reading
            .language()
            .commands()
            .longest(reading.tokens(), piece.from(), piece.to(), reading.commandNames());
    return command != null && REFUSALS.contains(command.meaning());
  }

  /** The "not two" of "three weeks, not two". */
  private boolean denies(Piece piece) {
    return open != null
        && !piece.opens()
        && reading
                .language()
                .length("instead_of", reading.tokens(), piece.span().from(), piece.span().to())
            > 0;
  }

  private void put(ColumnEvidence evidence, Piece piece, int number) {
    var value = evidence.value();
    var trailing =
        (evidence.column().is(Kind.ACTIONS) || evidence.column().is(Kind.PEOPLE)) && !lengthTold
            ? trailing(value)
            : Optional.<Durations.Trailing>empty();
    var kept = trailing.map(Durations.Trailing::before).orElse(value);
    var run = extended(evidence, kept, piece, number);
    open = run;
    trailing.ifPresent(t ->
        length()
            .ifPresent(column -> {
              lengthTold = true;
              runs.add(
                  new ColumnRun(new ColumnEvidence(column, t.length(), Strength.TOLD), number));
            }));
  }

  private Optional<Durations.Trailing> trailing(Span value) {
    return length().filter(Column::open).flatMap(_ -> durations.trailing(value));
  }

  private Optional<Column> length() {
    return columns.stream().filter(column -> column.is(Kind.LENGTH)).findFirst();
  }

  private ColumnRun extended(ColumnEvidence evidence, Span value, Piece piece, int number) {
    for (var run : runs) {
      if (run.column().equals(evidence.column())) {
        run.add(value, piece.span(), number);
        return run;
      }
    }
    var run =
        new ColumnRun(new ColumnEvidence(evidence.column(), value, evidence.strength()), number);
    runs.add(run);
    return run;
  }

  private boolean continues(ColumnRun run, Piece piece) {
    return switch (run.column().kind()) {
      case LENGTH -> false;
      case ACTIONS -> true;
      case PEOPLE, THINGS -> !piece.opens() && piece.span().size() <= MOST_WORDS_OF_AN_ITEM;
      case MESSAGE -> !piece.opens() || run.strength() == Strength.NAMED;
      case OTHER -> !piece.opens();
    };
  }

  /** The people or things that are asked first. */
  private Optional<Column> first() {
    return columns.stream()
        .filter(column -> reading.head().filter(column.field()::equals).isPresent())
        .filter(column -> column.is(Kind.PEOPLE) || column.is(Kind.THINGS))
        .findFirst();
  }

  /** The column of words that show nothing: what somebody does, or the only one asked. */
  private Optional<Column> fallback() {
    if (refused) {
      return Optional.empty();
    }
    var asked = columns.stream().filter(Column::asked).toList();
    if (asked.size() == 1) {
      return asked.stream().filter(column -> !column.is(Kind.LENGTH)).findFirst();
    }
    var acting =
        runs.reversed().stream()
            .map(ColumnRun::column)
            .filter(column -> column.is(Kind.ACTIONS))
            .findFirst();
    return acting
        .or(this::first)
        .or(() ->
            columns.stream()
                .filter(column -> column.is(Kind.ACTIONS) && column.asked())
                .findFirst());
  }
}
