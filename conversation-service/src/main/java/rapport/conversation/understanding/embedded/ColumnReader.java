package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.conversation.understanding.embedded.Column.Kind;
import rapport.conversation.understanding.embedded.ColumnEvidence.Strength;
import rapport.conversation.understanding.embedded.Phrases.Names;

/** Says which column of a row some words belong to, as far as the words show it. */
final class ColumnReader {

  private static final Set<String> QUOTES = Set.of("\"", "\u201c", "\u201e", "«", "'");

  private static final int MOST_WORDS_BEFORE_TAIL = 12;

  private final Reading reading;
  private final List<Column> columns;
  private final Durations durations;
  private final Map<String, Column> byPath;
  private final Set<String> paths;

  ColumnReader(Reading reading, List<Column> columns, Durations durations) {
    this.reading = reading;
    this.columns = columns;
    this.durations = durations;
    this.byPath =
        columns.stream().collect(Collectors.toMap(column -> column.field().path(), c -> c));
    this.paths = byPath.keySet();
  }

  /** The column these words show they belong to; empty when they do not. */
  Optional<ColumnEvidence> read(Span words) {
    List<Function<Span, Optional<ColumnEvidence>>> rules =
        List.of(
            this::named,
            this::quoted,
            this::length,
            this::led,
            this::tailed,
            this::acted,
            this::kind);
    return rules.stream().map(rule -> rule.apply(words)).flatMap(Optional::stream).findFirst();
  }

  /**
   * Whether something about another column may begin here.
   *
   * @param before the words before it
   */
  boolean begins(Span words, Span before) {
    return named(words).isPresent()
        || durations.beginning(words).isPresent()
        || led(words).isPresent()
        || acted(words).isPresent()
        || (peopleThenTail(words) && !onlyPeople(before));
  }

  /** The "the CFO" of "the CFO and legal weigh in". */
  private boolean onlyPeople(Span words) {
    return columns.stream()
        .anyMatch(column ->
            column.is(Kind.PEOPLE) && (people(column).only(words) || people(column).called(words)));
  }

  /** "Duration: two weeks", "the key message is", "influencers CFO and legal". */
  private Optional<ColumnEvidence> named(Span words) {
    var naming = Naming.at(reading, words, paths);
    if (naming != null) {
      var told = byPath.get(naming.fields().iterator().next());
      var value = new Span(naming.to(), words.to());
      return Optional.ofNullable(told)
          .map(column -> new ColumnEvidence(column, value, Strength.NAMED));
    }
    var start = new Cursor(reading, words).skip("answer_openers").skip("determiners").rest();
    var cue = reading.names().cue(reading.tokens(), start.from(), start.to(), paths);
    if (cue == null) {
      return Optional.empty();
    }
    var column = byPath.get(cue.fields().iterator().next());
    var value = new Span(cue.to(), words.to());
    if (column == null || value.empty()) {
      return Optional.empty();
    }
    var told =
        (column.is(Kind.LENGTH) && durations.whole(value).isPresent())
            || (column.is(Kind.PEOPLE) && people(column).only(value));
    return told ? Optional.of(new ColumnEvidence(column, value, Strength.NAMED)) : Optional.empty();
  }

  /** Words in quotes are there to be told. */
  private Optional<ColumnEvidence> quoted(Span words) {
    var quoted = words.size() > 2 && QUOTES.contains(reading.tokens().get(words.from()).lower());
    return quoted
        ? first(Kind.MESSAGE, (_, span) -> Optional.of(span), words, Strength.TOLD)
        : Optional.empty();
  }

  private Optional<ColumnEvidence> length(Span words) {
    return first(Kind.LENGTH, (_, span) -> durations.whole(span), words, Strength.TOLD);
  }

  /** "Influenced by peers", "tell them it is easy", "send a case study". */
  private Optional<ColumnEvidence> led(Span words) {
    for (var column : columns) {
      var rest = column.is(Kind.THINGS) ? withoutSubject(words) : words;
      var length = column.words().leads().length(reading.tokens(), rest.from(), rest.to());
      var value = new Span(rest.from() + length, rest.to());
      var known = !column.is(Kind.THINGS) || things(column).only(value);
      if (length > 0 && !value.empty() && known) {
        return Optional.of(new ColumnEvidence(column, value, Strength.TOLD));
      }
    }
    return Optional.empty();
  }

  /** The words without somebody who acts: the "send it" of "we send it". */
  private Span withoutSubject(Span words) {
    return acted(words).map(ColumnEvidence::value).orElse(words);
  }

  /** "The CFO and an external consultant weigh in". */
  private Optional<ColumnEvidence> tailed(Span words) {
    for (var column : columns) {
      var tail = tail(column, words);
      if (tail > words.from() && people(column).beforeVerb(new Span(words.from(), tail))) {
        return Optional.of(new ColumnEvidence(column, new Span(words.from(), tail), Strength.TOLD));
      }
    }
    return Optional.empty();
  }

  /** Where the tail of a column begins that these words end with; -1 when there is none. */
  private int tail(Column column, Span words) {
    if (column.words().tails().empty()) {
      return -1;
    }
    var closed = new Cursor(reading, words).skipLast("answer_closers").rest();
    for (var at = Math.max(words.from(), closed.to() - MOST_WORDS_BEFORE_TAIL);
        at < closed.to();
        at++) {
      var rest = new Span(at, closed.to());
      if (column.words().tails().whole(reading.tokens(), rest, Names.NONE) != null) {
        return at;
      }
    }
    return -1;
  }

  private boolean peopleThenTail(Span words) {
    for (var column : columns) {
      for (var at = words.from() + 1; !column.words().tails().empty() && at < words.to(); at++) {
        if (column.words().tails().length(reading.tokens(), at, words.to()) > 0) {
          return people(column).beforeVerb(new Span(words.from(), at));
        }
      }
    }
    return false;
  }

  /** "They compare vendors", "our team runs a demo". */
  private Optional<ColumnEvidence> acted(Span words) {
    return first(
        Kind.ACTIONS,
        (column, span) -> {
          var length = column.words().subjects().length(reading.tokens(), span.from(), span.to());
          return length == 0 || length == span.size()
              ? Optional.empty()
              : Optional.of(new Span(span.from() + length, span.to()));
        },
        words,
        Strength.ACTED);
  }

  /** People and things by themselves. */
  private Optional<ColumnEvidence> kind(Span words) {
    var things =
        first(
            Kind.THINGS,
            (column, span) -> things(column).only(span) ? Optional.of(span) : Optional.empty(),
            words,
            Strength.KIND);
    return things
        .or(() ->
            first(
                Kind.PEOPLE,
                (column, span) -> people(column).only(span) ? Optional.of(span) : Optional.empty(),
                words,
                Strength.KIND))
        .or(() -> first(Kind.MESSAGE, (_, span) -> addressing(span), words, Strength.KIND));
  }

  /** "You are not alone": who is spoken to is told something. */
  private Optional<Span> addressing(Span words) {
    for (var at = words.from(); at < words.to(); at++) {
      if (reading.language().has("addressing", reading.tokens(), at)) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  private Optional<ColumnEvidence> first(
      Kind kind, BiFunction<Column, Span, Optional<Span>> rule, Span words, Strength strength) {
    return columns.stream()
        .filter(column -> column.is(kind))
        .flatMap(column ->
            rule.apply(column, words).stream()
                .map(value -> new ColumnEvidence(column, value, strength)))
        .findFirst();
  }

  People people(Column column) {
    return new People(reading, column.words().values());
  }

  Things things(Column column) {
    return new Things(reading, column.words().values());
  }
}
