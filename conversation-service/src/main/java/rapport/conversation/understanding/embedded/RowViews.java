package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.Utterance;

/** Reads parts of a message, each with only the fields it can be about. */
final class RowViews {

  private final Reading reading;

  RowViews(Reading reading) {
    this.reading = reading;
  }

  /** A part that names no row: it may be about the row that is talked about, or about none. */
  Reading unaddressed(Span content) {
    var asked = reading.utterance().asked();
    var fields =
        reading.utterance().fields().stream()
            .filter(field -> asked.contains(field) || field.row().isEmpty() || current(field))
            .filter(field -> asked.contains(field) || !tooEarly(field))
            .toList();
    return view(said(content), asked, fields, reading.utterance().suggested(), null);
  }

  /** What ends the conversation cannot be said before everything else is known. */
  private boolean tooEarly(Field field) {
    return reading.words(field).is(FieldWords.Kind.AT_LAST)
        && reading.fields().values().stream()
            .anyMatch(other -> other.required() && !reading.filled(other));
  }

  private boolean current(Field field) {
    var row = reading.rows().current();
    return row != null && row.columns().containsValue(field);
  }

  /**
   * A part that is about a row.
   *
   * @param columns the only columns it is about; none when it may be about all
   */
  Reading addressed(Row row, Set<String> columns, Span content) {
    var fields = new ArrayList<Field>();
    row.columns()
        .forEach((template, field) -> {
          if (columns.isEmpty() || columns.contains(template)) {
            fields.add(field);
          }
        });
    var asked = columns.isEmpty() ? asked(row) : fields;
    return view(said(content), asked, fields, List.of(), row);
  }

  /** The words, with the sign that makes a question of them. */
  private String said(Span content) {
    return reading.quote(content) + (reading.tokens().is(content.to(), "?") ? "?" : "");
  }

  /** The columns that go with the question: those of its phase, first those it asks for. */
  List<Field> asked(Row row) {
    var phase = reading.head().filter(field -> column(field).isPresent()).map(Field::phase);
    return row.columns().values().stream()
        .filter(field -> phase.filter(field.phase()::equals).isPresent())
        .sorted(Comparator.comparing(field -> !askedFor(field)))
        .toList();
  }

  /** Whether the question is for this column, of whatever row. */
  private boolean askedFor(Field field) {
    var template = ItemPath.template(field.path());
    return reading.utterance().asked().stream()
        .anyMatch(asked -> ItemPath.template(asked.path()).equals(template));
  }

  private Optional<ItemPath> column(Field field) {
    return reading.rows().table().titled(field).isPresent() ? Optional.empty() : field.row();
  }

  private Reading view(
      String text,
      List<Field> asked,
      List<Field> fields,
      List<String> suggested,
      @Nullable Row about) {
    var said = reading.utterance();
    return Reading.of(
        new Utterance(
            text,
            asked,
            fields,
            said.values(),
            said.choices(),
            suggested,
            said.groups(),
            said.texts()),
        reading.language(),
        reading.names(),
        about);
  }
}
