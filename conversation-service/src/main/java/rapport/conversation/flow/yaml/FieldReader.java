package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.Timing;

/** Reads the fields and controls of a definition, one per item. */
final class FieldReader {

  private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  private final Problems problems;
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  FieldReader(Problems problems) {
    this.problems = problems;
  }

  /** Where the fields read so far stand, by path. */
  Map<String, Integer> lines() {
    return lines;
  }

  /**
   * Null, and a problem, when the item has no name.
   *
   * @param group the group it is a field of every row of, or null; its path is then written without
   *     the group
   */
  @Nullable Field read(String phase, @Nullable String group, YamlNode item) {
    var named = new Keys(item, item.line(), "a field of " + phase, problems);
    var path = named.text("path");
    var control = named.text("control");
    var name = path != null ? path : control;
    if (name == null || (path != null && control != null)) {
      problems.add(item, "a field of " + phase + " needs a name", "give it either path or control");
      return null;
    }
    if (group != null && control != null) {
      problems.add(item, control + " is a control of " + group, "ask it once, outside of each");
    }
    var whole = remember(name, group, item);
    return field(phase, whole, control != null, new Keys(item, item.line(), whole, problems));
  }

  private Field field(String phase, String name, boolean control, Keys keys) {
    keys.node(control ? "control" : "path");
    var field =
        new Field(
            name,
            phase,
            type(keys),
            control,
            keys.flag("required", false),
            Guards.read(keys, problems),
            keys.flag("asked", true),
            keys.texts("options"),
            keys.flag("open", false),
            keys.text("options_from"),
            keys.texts("suggestions"),
            keys.text("prefill"),
            keys.flag("implied", false),
            keys.flag("sensitive", false),
            keys.flag("generated", false),
            keys.flag("unique", false),
            keys.texts("offers"),
            keys.integer("min"),
            keys.integer("max"),
            new Timing(
                Guards.read(keys, "ask_when", problems),
                keys.flag("ask_once", false),
                keys.flag("accept_any_time", false)),
            keys.text("consent"),
            keys.texts("mentions"));
    keys.refuseOthers();
    return field;
  }

  private String remember(String name, @Nullable String group, YamlNode item) {
    if (!PATH.matcher(name).matches()) {
      problems.add(item, "'" + name + "' is no path", "use lower-case words like group.field_name");
    }
    var path = group == null ? name : ItemPath.prefix(group, "") + name;
    var first = lines.putIfAbsent(path, item.line());
    if (first != null) {
      problems.add(
          item, path + " stands here again, first in line " + first, "keep one of the two");
    }
    return path;
  }

  private FieldType type(Keys keys) {
    return type(keys.required("type"), keys.line("type"), problems);
  }

  /** The type of that name; a text, and a problem, when there is none. */
  static FieldType type(String text, int line, Problems problems) {
    for (var type : FieldType.values()) {
      if (wire(type).equals(text)) {
        return type;
      }
    }
    if (!text.isEmpty()) {
      var known = Stream.of(FieldType.values()).map(FieldReader::wire);
      problems.add(
          line,
          "there is no type '" + text + "'",
          "use one of " + known.collect(Collectors.joining(", ")));
    }
    return FieldType.STRING;
  }

  private static String wire(FieldType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
