package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Group;

/**
 * Reads repeat groups, such as <code>buying_stages: { key: stage_id, prefix: s, title: stage_name,
 * called: stage, min: 1, max: 12 }</code>.
 */
final class GroupReader {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** More rows than anybody fills in, and than a panel can show. */
  private static final int MOST_ROWS = 50;

  private final Problems problems;
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  GroupReader(Problems problems) {
    this.problems = problems;
  }

  /** Where the groups read so far stand, by name. */
  Map<String, Integer> lines() {
    return lines;
  }

  Map<String, Group> read(Keys groups) {
    var read = new LinkedHashMap<String, Group>();
    for (var name : groups.names()) {
      var keys = new Keys(groups.node(name), groups.line(name), "group " + name, problems);
      lines.put(name, keys.line());
      var group = group(name, keys);
      if (read.values().stream().anyMatch(other -> other.prefix().equals(group.prefix()))) {
        problems.add(
            keys.line("prefix"),
            "two groups have rows called " + group.prefix() + "1",
            "give each group a prefix of its own");
      }
      read.put(name, group);
    }
    return read;
  }

  private Group group(String name, Keys keys) {
    var key = keys.required("key");
    var prefix = keys.required("prefix");
    var title = keys.required("title");
    var called = keys.required("called");
    keys.required("min");
    var min = Objects.requireNonNullElse(keys.integer("min"), 1);
    var max = Objects.requireNonNullElse(keys.integer("max"), MOST_ROWS);
    var count = keys.text("count");
    keys.refuseOthers();
    if (!NAME.matcher(name).matches() || !NAME.matcher(key).matches()) {
      problems.add(
          keys.line(), name + " or its key is no name", "use lower-case words like buying_stages");
    }
    if (!prefix.isEmpty() && !prefix.matches("[a-z]+")) {
      problems.add(keys.line("prefix"), "'" + prefix + "' is no prefix", "use a letter, such as s");
    }
    if (min < 1 || max < min || max > MOST_ROWS) {
      problems.add(
          keys.line("min"),
          name + " has from " + min + " to " + max + " rows",
          "let min be 1 or more, and max from min to " + MOST_ROWS);
    }
    var path = ItemPath.prefix(name, "") + title;
    return new Group(name, key, prefix, min, max, path, called, count);
  }
}
