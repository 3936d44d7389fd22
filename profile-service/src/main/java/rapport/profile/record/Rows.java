package rapport.profile.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** The ids of the rows of each repeat group, in the order a reader sees them. */
public record Rows(SortedMap<String, List<String>> byGroup) {

  static final Rows NONE = new Rows(new TreeMap<>());

  public Rows {
    var copy = new TreeMap<String, List<String>>();
    byGroup.forEach((group, items) -> copy.put(group, List.copyOf(items)));
    byGroup = Collections.unmodifiableSortedMap(copy);
  }

  /** The ids of a group's rows, in order. */
  public List<String> of(String group) {
    return byGroup.getOrDefault(group, List.of());
  }

  /** Where a row stands, from 0; none when there is no such row. */
  @Nullable FieldValue position(String group, String item) {
    var index = of(group).indexOf(item);
    return index < 0 ? null : FieldValue.Num.of(index);
  }

  /** With the row at this index, counted without itself; beyond the end it is the last. */
  Rows with(String group, String item, int index) {
    var items = new ArrayList<>(of(group));
    items.remove(item);
    items.add(Math.clamp(index, 0, items.size()), item);
    return with(group, items);
  }

  Rows moved(String group, String item, int index) {
    return of(group).contains(item) ? with(group, item, index) : this;
  }

  Rows without(String group, String item) {
    return with(group, of(group).stream().filter(other -> !other.equals(item)).toList());
  }

  Rows migrated(Migration migration) {
    var migrated = new TreeMap<String, List<String>>();
    byGroup.forEach((group, items) -> migrated.put(migration.renamedGroup(group), items));
    return new Rows(migrated);
  }

  /** A group without rows is not kept, so that records with the same rows are equal. */
  private Rows with(String group, List<String> items) {
    var changed = new TreeMap<>(byGroup);
    if (items.isEmpty()) {
      changed.remove(group);
    } else {
      changed.put(group, items);
    }
    return new Rows(changed);
  }
}
