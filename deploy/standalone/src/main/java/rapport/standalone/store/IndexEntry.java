package rapport.standalone.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an index: the indexed values in the order of its keys, then the document's id. Sorted
 * value by value; a shorter entry comes before every longer one that begins with it.
 */
record IndexEntry(List<@Nullable Object> values) implements Comparable<IndexEntry> {

  IndexEntry {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  IndexEntry with(@Nullable Object value) {
    var longer = new ArrayList<@Nullable Object>(values);
    longer.add(value);
    return new IndexEntry(longer);
  }

  @Nullable Object id() {
    return values.getLast();
  }

  boolean startsWith(IndexEntry prefix) {
    if (values.size() < prefix.values.size()) {
      return false;
    }
    for (var i = 0; i < prefix.values.size(); i++) {
      if (ValueType.order(values.get(i), prefix.values.get(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(IndexEntry other) {
    var common = Math.min(values.size(), other.values.size());
    for (var i = 0; i < common; i++) {
      var order = ValueType.order(values.get(i), other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(values.size(), other.values.size());
  }
}
