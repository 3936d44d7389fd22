package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import rapport.conversation.dialogue.Act;

/** "Move Decision to the front", "swap the first two", "Decision should come last". */
final class RowMoving implements RowOperations.Kind {

  private final Reading reading;
  private final RowPlaces places;
  private final RowOrder order;

  RowMoving(Reading reading, RowPlaces places, RowOrder order) {
    this.reading = reading;
    this.places = places;
    this.order = order;
  }

  @Override
  public List<Act> acts(Span words) {
    var ordered = ordered(words);
    var swapped = ordered.isEmpty() ? swapped(words) : ordered;
    return swapped.isEmpty() ? moved(words) : swapped;
  }

  /** "The order should be Decision, Awareness, Consideration", when that is all of them. */
  private List<Act> ordered(Span words) {
    var cursor = new Cursor(reading, words);
    if (!cursor.take("row_orders")) {
      return List.of();
    }
    var wanted = cursor.takeRows();
    if (wanted == null || wanted.rows().size() < 2 || !cursor.empty()) {
      return List.of();
    }
    var rows = wanted.rows();
    if (order.size(rows.getFirst().group()) != rows.size()
        || rows.stream().map(Row::item).distinct().count() != rows.size()) {
      return List.of();
    }
    var acts = new ArrayList<Act>();
    for (var at = 0; at < rows.size(); at++) {
      if (order.index(rows.get(at)) != at) {
        acts.add(move(rows.get(at), at, reading.quote(words)));
      }
    }
    return acts;
  }

  private List<Act> swapped(Span words) {
    var cursor = new Cursor(reading, words);
    if (!cursor.take("row_swaps") && !cursor.takeLast("row_swaps_end")) {
      return List.of();
    }
    var first = cursor.takeRows();
    if (first == null || first.rows().isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<>(first.rows());
    if (cursor.take("row_with")) {
      var second = cursor.takeRow();
      rows.addAll(second == null ? List.of() : second.rows());
    }
    return cursor.empty() && rows.size() == 2 && !rows.getFirst().is(rows.getLast())
        ? swap(rows.getFirst(), rows.getLast(), reading.quote(words))
        : List.of();
  }

  /** The later row comes to where the earlier one was, then the earlier one to where it was. */
  private List<Act> swap(Row one, Row other, String said) {
    var inOrder = order.index(one) < order.index(other);
    var earlier = inOrder ? one : other;
    var later = inOrder ? other : one;
    var from = order.index(earlier);
    var to = order.index(later);
    var acts = new ArrayList<Act>();
    acts.add(move(later, from, said));
    if (to > from + 1) {
      acts.add(move(earlier, to, said));
    }
    return acts;
  }

  private Act move(Row row, int index, String said) {
    order.move(row, index);
    return new Act.MoveItem(row.group().name(), row.item(), index, said);
  }

  /** "Move it there", "make it the last one", "it should come first". */
  private List<Act> moved(Span words) {
    var cursor = new Cursor(reading, words);
    var verb = cursor.take("row_moves") || cursor.takeLast("row_moves_end");
    var makes = !verb && cursor.take("row_makes");
    var row = cursor.takeRow();
    if (row == null || (row.rows().size() > 1) || (!verb && !makes && !cursor.take("row_goes"))) {
      return List.of();
    }
    var place = cursor.empty() ? null : places.whole(cursor.rest());
    if (place == null) {
      return List.of();
    }
    var said = reading.quote(words);
    if (row.rows().isEmpty() || place.kind() == RowPlace.Kind.NOWHERE) {
      var group = reading.rows().group(row.to() - 1, row.to());
      return group == null ? List.of() : List.of(RowOperations.unknown(group, said));
    }
    var moved = row.rows().getFirst();
    return place.beside() != null && moved.is(place.beside())
        ? List.of()
        : List.of(move(moved, place.index(moved, order), said));
  }
}
