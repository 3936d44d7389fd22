package rapport.conversation.understanding.embedded;

import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Group;

/**
 * Where a row is to go.
 *
 * @param kind how that is said
 * @param beside the row it goes before or after, or null
 * @param number the place it gets, from 1, or -1 for the last; 0 when it is said otherwise
 */
record RowPlace(Kind kind, @Nullable Row beside, int number) {

  /** How a place is said. */
  enum Kind {
    BEFORE,
    AFTER,
    NUMBER,
    UP,
    DOWN,
    /** Beside a row there is not. */
    NOWHERE
  }

  static RowPlace number(int number) {
    return new RowPlace(Kind.NUMBER, null, number);
  }

  /** The index of a new row. */
  int index(Group group, RowOrder order) {
    return switch (kind) {
      case BEFORE -> beside == null ? 0 : order.index(beside);
      case AFTER -> beside == null ? order.size(group) : order.index(beside) + 1;
      case NUMBER -> number > 0 ? Math.min(number - 1, order.size(group)) : order.size(group);
      case UP, DOWN, NOWHERE -> order.size(group);
    };
  }

  /** The index of a row that is there already, counted without it. */
  int index(Row moved, RowOrder order) {
    var last = order.size(moved.group()) - 1;
    var index =
        switch (kind) {
          case BEFORE -> beside == null ? 0 : order.indexWithout(beside, moved);
          case AFTER -> beside == null ? last : order.indexWithout(beside, moved) + 1;
          case NUMBER -> number > 0 ? number - 1 : last;
          case UP -> order.index(moved) - 1;
          case DOWN -> order.index(moved) + 1;
          case NOWHERE -> order.index(moved);
        };
    return Math.clamp(index, 0, last);
  }
}
