package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;

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

  /** Null, and a problem, when the item has no name. */
  @Nullable Field read(String phase, YamlNode item) {
    var named = new Keys(item, item.line(), "a field of " + phase, problems);
    var path = named.text("path");
    var control = named.text("control");
    var name = path != null ? path : control;
    if (name == null || (path != null && control != null)) {
      problems.add(item, "a field of " + phase + " needs a name", "give it either path or control");
      return null;
    }
    remember(name, item);
    return field(phase, name, control != null, new Keys(item, item.line(), name, problems));
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
            keys.texts("offers"),
            keys.integer("min"),
            keys.integer("max"));
    keys.refuseOthers();
    return field;
  }

  private void remember(String path, YamlNode item) {
    if (!PATH.matcher(path).matches()) {
      problems.add(item, "'" + path + "' is no path", "use lower-case words like group.field_name");
    }
    var first = lines.putIfAbsent(path, item.line());
    if (first != null) {
      problems.add(
          item, path + " stands here again, first in line " + first, "keep one of the two");
    }
  }

  private FieldType type(Keys keys) {
    var text = keys.required("type");
    for (var type : FieldType.values()) {
      if (wire(type).equals(text)) {
        return type;
      }
    }
    if (!text.isEmpty()) {
      var known = Stream.of(FieldType.values()).map(FieldReader::wire);
      problems.add(
          keys.line("type"),
          "there is no type '" + text + "'",
          "use one of " + known.collect(Collectors.joining(", ")));
    }
    return FieldType.STRING;
  }

  private static String wire(FieldType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
