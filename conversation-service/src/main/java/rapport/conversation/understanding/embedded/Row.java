package rapport.conversation.understanding.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.Group;

/**
 * A row of a repeat group, as far as it can be spoken of.
 *
 * @param item its id
 * @param index its place, from 0
 * @param title what it is called, or null while it has no name
 * @param columns its fields that apply, without the title, by the path every row's have in common
 */
record Row(
    Group group, String item, int index, @Nullable String title, Map<String, Field> columns) {

  Row {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  String titlePath() {
    return group.titleOf(item);
  }

  /** The row's field of a column; empty when it has none that applies. */
  Optional<Field> column(String template) {
    return Optional.ofNullable(columns.get(template));
  }

  boolean is(Row other) {
    return group.name().equals(other.group.name()) && item.equals(other.item);
  }
}
