package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.conversation.flow.Group;

/** The order of rows while a message changes it, so that later places count what came before. */
final class RowOrder {

  private final RowTable table;
  private final Map<String, List<String>> items = new HashMap<>();

  RowOrder(RowTable table) {
    this.table = table;
  }

  private List<String> items(Group group) {
    return items.computeIfAbsent(
        group.name(), _ -> new ArrayList<>(table.rows(group).stream().map(Row::item).toList()));
  }

  int size(Group group) {
    return items(group).size();
  }

  /** Where a row is now; -1 when it is gone. */
  int index(Row row) {
    return items(row.group()).indexOf(row.item());
  }

  /** Where a row is when another one is not counted. */
  int indexWithout(Row row, Row other) {
    var at = index(row);
    return index(other) >= 0 && index(other) < at ? at - 1 : at;
  }

  void add(Group group, int index) {
    items(group).add(Math.clamp(index, 0, size(group)), "");
  }

  void remove(Row row) {
    items(row.group()).remove(row.item());
  }

  void move(Row row, int index) {
    remove(row);
    items(row.group()).add(Math.clamp(index, 0, size(row.group())), row.item());
  }
}
