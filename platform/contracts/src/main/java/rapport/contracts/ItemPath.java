package rapport.contracts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field of one row of a repeat group, written {@code buying_stages[s2].duration}.
 *
 * @param group the group's name, such as {@code buying_stages}
 * @param item the row's id, such as {@code s2}; empty in a definition, where it stands for any row
 * @param name the field's name in the row, such as {@code duration}
 */
public record ItemPath(String group, String item, String name) {

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z][a-z0-9_.]*)\\[(\\w*)]\\.([a-z][a-z0-9_.]*)");

  /** The path of a row's field; empty for any other path. */
  public static Optional<ItemPath> parse(String path) {
    if (path.indexOf('[') < 0) {
      return Optional.empty();
    }
    var parts = WRITTEN.matcher(path);
    return parts.matches()
        ? Optional.of(new ItemPath(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /**
   * The path as a definition writes it, for any row; a path outside of groups is given as it is.
   */
  public static String template(String path) {
    var open = path.indexOf('[');
    return open < 0 ? path : path.substring(0, open + 1) + path.substring(path.indexOf(']', open));
  }

  /** What the paths of all fields of a row begin with. */
  public static String prefix(String group, String item) {
    return group + "[" + item + "].";
  }

  /** The same field of another row. */
  public ItemPath of(String otherItem) {
    return new ItemPath(group, otherItem, name);
  }

  @Override
  public String toString() {
    return prefix(group, item) + name;
  }
}
