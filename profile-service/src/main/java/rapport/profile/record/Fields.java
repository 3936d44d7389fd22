package rapport.profile.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;

/** Every field of a record somebody has touched so far, by path. */
public record Fields(SortedMap<String, Field> byPath) {

  static final Fields NONE = new Fields(new TreeMap<>());

  public Fields {
    byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
  }

  /** The values a reader sees, by path. */
  public Map<String, SourcedValue> shown() {
    var shown = new LinkedHashMap<String, SourcedValue>();
    byPath.forEach((path, field) -> {
      var value = field.shown();
      if (value != null) {
        shown.put(path, value);
      }
    });
    return shown;
  }

  /** The value a reader sees at this path; none when the field is open, parked or passed over. */
  public @Nullable FieldValue value(String path) {
    var shown = at(path).shown();
    return shown == null ? null : shown.value();
  }

  Field at(String path) {
    return byPath.getOrDefault(path, Field.UNTOUCHED);
  }

  Fields with(String path, UnaryOperator<Field> change) {
    var changed = new TreeMap<>(byPath);
    changed.put(path, change.apply(at(path)));
    return new Fields(changed);
  }

  /** Without the fields of a row. */
  Fields without(String group, String item) {
    var kept = new TreeMap<>(byPath);
    var prefix = ItemPath.prefix(group, item);
    return kept.keySet().removeIf(path -> path.startsWith(prefix)) ? new Fields(kept) : this;
  }

  /** Under the names another version of the flow has for them, and without those it dropped. */
  Fields migrated(Migration migration) {
    var migrated = new TreeMap<String, Field>();
    byPath.forEach((path, field) -> {
      if (!migration.drops(path) && !migration.renames(path)) {
        migrated.put(path, field);
      }
    });
    byPath.forEach((path, field) -> {
      if (migration.renames(path)) {
        migrated.put(migration.renamed(path), field);
      }
    });
    return new Fields(migrated);
  }

  /** The paths at which a reader of {@code before} saw another value, in order. */
  List<String> differingFrom(Fields before) {
    if (equals(before)) {
      return List.of();
    }
    var paths = new TreeSet<>(byPath.keySet());
    paths.addAll(before.byPath.keySet());
    return paths.stream().filter(path -> !Objects.equals(value(path), before.value(path))).toList();
  }
}
