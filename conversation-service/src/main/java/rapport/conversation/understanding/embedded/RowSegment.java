package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that is about certain rows.
 *
 * @param rows the rows it says it is about; none when it speaks of rows there are not; null when it
 *     does not say
 * @param columns the columns it says it is about, as the flow writes them; empty when it does not
 *     say
 * @param said the words that say so; empty when none do
 * @param content the other words
 */
record RowSegment(@Nullable List<Row> rows, Set<String> columns, Span said, Span content) {

  static RowSegment unaddressed(Span content) {
    return new RowSegment(null, Set.of(), new Span(content.from(), content.from()), content);
  }

  boolean addressed() {
    return rows != null;
  }

  RowSegment endingAt(int to) {
    return new RowSegment(
        rows, columns, said, new Span(content.from(), Math.max(content.from(), to)));
  }
}
