package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.embedded.RowReference.Kind;

/** "Drop the second one", "we don't need the Consideration stage". */
final class RowRemoval implements RowOperations.Kind {

  private final Reading reading;
  private final RowPlaces places;
  private final RowOrder order;

  RowRemoval(Reading reading, RowPlaces places, RowOrder order) {
    this.reading = reading;
    this.places = places;
    this.order = order;
  }

  @Override
  public List<Act> acts(Span words) {
    var cursor = new Cursor(reading, words);
    if (!cursor.take("row_removes") && !cursor.takeLast("row_removes_end")) {
      return List.of();
    }
    var said = reading.quote(words);
    var name = cursor.rest();
    var rows = cursor.takeRows();
    if (rows == null || !cursor.empty()) {
      var group = reading.rows().group(name.to() - 1, name.to());
      return group != null && rows == null && places.unknown(name)
          ? List.of(RowOperations.unknown(group, said))
          : List.of();
    }
    if (rows.rows().isEmpty()) {
      var group = reading.rows().group(name.to() - 1, name.to());
      return group == null || rows.kind() == Kind.THIS
          ? List.of()
          : List.of(RowOperations.unknown(group, said));
    }
    return rows.kind() == Kind.ALL
        ? List.of()
        : rows.rows().stream().flatMap(row -> remove(row, said)).toList();
  }

  private Stream<Act> remove(Row row, String said) {
    order.remove(row);
    return Stream.of(
        new Act.RemoveItem(row.group().name(), row.item(), Objects.requireNonNull(said)));
  }
}
