package rapport.profile.account.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a template that was filled in. Names are in camel case, and what a person reads is made
 * of them. A value is a text, a number, a truth, a day, a time or a list of texts; what is not
 * known is null and stays to be filled in.
 */
public sealed interface Section {

  String name();

  /** Values by name. */
  record Facts(String name, Map<String, @Nullable Object> values) implements Section {
    public Facts {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** Rows of a table, each with a value for each column. */
  record Table(String name, List<String> columns, List<List<@Nullable Object>> rows)
      implements Section {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** What is to be done, in order. */
  record Steps(String name, List<Step> steps) implements Section {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Something to be done.
   *
   * @param done absent when only a person can say
   * @param evidence what is known that bears on it
   */
  record Step(String name, @Nullable Boolean done, @Nullable String evidence) {}

  /** A table with these columns. */
  static Table table(String name, List<String> columns, List<List<@Nullable Object>> rows) {
    return new Table(name, columns, rows);
  }

  /** A row of these cells. */
  static List<@Nullable Object> row(@Nullable Object... cells) {
    var row = new ArrayList<@Nullable Object>();
    Collections.addAll(row, cells);
    return Collections.unmodifiableList(row);
  }

  /** The facts {@code name, value, name, value, ...}. */
  static Facts facts(String name, @Nullable Object... namesAndValues) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new Facts(name, values);
  }
}
