package rapport.conversation.understanding.embedded;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Understands sentences that change the value of a row: "change Decision's influencers to ...". */
final class RowCorrections {

  private final Reading reading;
  private final Answering answering;
  private final Durations durations;
  private final Written written;
  private final RowFieldNames names;

  RowCorrections(Reading reading, Answering answering, Durations durations, Written written) {
    this.reading = reading;
    this.answering = answering;
    this.durations = durations;
    this.written = written;
    this.names =
        new RowFieldNames(reading.rows(), reading.names(), Phrases.Names.NONE, reading.language());
  }

  /** Handles a sentence if it is one that names its row; whether it is. */
  boolean read(Span sentence) {
    var opened =
        new Cursor(reading, sentence).skip("openers").skip("corrections").skip("openers").rest();
    var match =
        reading
            .language()
            .list("correct_field")
            .longest(reading.tokens(), opened.from(), opened.to(), names::inRows);
    if (match == null || match.to() >= sentence.to()) {
      return false;
    }
    var said = new Span(match.to(), end(match.to(), sentence.to()));
    var field = field(match.fields(), said);
    if (field == null || !(answering.read(field, value(field, said)) instanceof Given given)) {
      return false;
    }
    written.correct(field, given, Confidence.TYPED_AND_NAMED);
    var next = said.to() < sentence.to() ? new Span(said.to() + 1, sentence.to()) : null;
    written.use(new Span(sentence.from(), said.to()));
    return next == null || more(field, next);
  }

  /** The "and the duration to a month" after another change of the same row. */
  private boolean more(Field before, Span words) {
    var row = reading.rows().table().rowOf(before);
    var columns = names.columns(reading.tokens(), words.from(), words.to());
    if (row.isEmpty() || columns == null) {
      return true;
    }
    var cursor = new Cursor(reading, new Span(columns.to(), words.to()));
    if (cursor.take("row_to") || cursor.take("copulas")) {
      row.get()
          .column(columns.fields().iterator().next())
          .ifPresent(field -> {
            if (answering.read(field, value(field, cursor.rest())) instanceof Given given) {
              written.correct(field, given, Confidence.TYPED_AND_NAMED);
              written.use(words);
            }
          });
    }
    return true;
  }

  /** Where the value ends: at another change of the same sentence, or with it. */
  private int end(int from, int to) {
    for (var at = from + 1; at < to; at++) {
      var columns =
          reading.language().has("joints", reading.tokens(), at)
              ? names.columns(reading.tokens(), at + 1, to)
              : null;
      if (columns != null
          && (reading.language().length("row_to", reading.tokens(), columns.to(), to) > 0
              || reading.language().length("copulas", reading.tokens(), columns.to(), to) > 0)) {
        return at;
      }
    }
    return to;
  }

  /** The field that was named; of a row as a whole, the one that takes a length of time. */
  private @Nullable Field field(Set<String> paths, Span value) {
    if (paths.size() == 1) {
      return reading.fields().get(paths.iterator().next());
    }
    var rows = paths.stream().map(path -> path.substring(0, path.indexOf(']') + 1)).distinct();
    var length = durations.whole(new Denials(reading).withoutOld(value));
    return rows.count() > 1 || length.isEmpty()
        ? null
        : paths.stream()
            .map(path -> Objects.requireNonNull(reading.fields().get(path)))
            .filter(field -> field.type() == FieldType.DURATION)
            .findFirst()
            .orElse(null);
  }

  private Span value(Field field, Span said) {
    return new ColumnWords(reading).bare(Column.of(reading, field), said);
  }
}
