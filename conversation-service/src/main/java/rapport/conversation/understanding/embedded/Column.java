package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;

/**
 * A field of the row a message is about.
 *
 * @param field the field
 * @param words what the language knows about it
 * @param kind what it holds
 * @param asked whether it was asked
 * @param filled whether it holds something
 */
record Column(Field field, FieldWords words, Kind kind, boolean asked, boolean filled) {

  /** What a column can hold. */
  enum Kind {
    ACTIONS,
    LENGTH,
    PEOPLE,
    THINGS,
    MESSAGE,
    OTHER
  }

  /** The columns of the row a reading is about, in the order of the flow. */
  static List<Column> of(Reading reading) {
    var columns = new ArrayList<Column>();
    for (var field : reading.fields().values()) {
      var title = reading.rows().table().titled(field).isPresent();
      if (field.row().isPresent() && !title) {
        columns.add(of(reading, field));
      }
    }
    return List.copyOf(columns);
  }

  static Column of(Reading reading, Field field) {
    var words = reading.words(field);
    return new Column(
        field, words, kind(field, words), reading.asked(field), reading.filled(field));
  }

  private static Kind kind(Field field, FieldWords words) {
    if (field.type() == FieldType.DURATION) {
      return Kind.LENGTH;
    }
    if (words.is(FieldWords.Kind.ACTIONS)) {
      return Kind.ACTIONS;
    }
    if (words.is(FieldWords.Kind.PEOPLE)) {
      return Kind.PEOPLE;
    }
    if (words.is(FieldWords.Kind.THINGS)) {
      return Kind.THINGS;
    }
    return words.is(FieldWords.Kind.MESSAGE) ? Kind.MESSAGE : Kind.OTHER;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it may be filled although it was not asked: nothing is lost by that. */
  boolean open() {
    return asked || !filled;
  }
}
