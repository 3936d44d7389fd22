package rapport.lead.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists with a name, in a file: a line {@code [name]} before each, one entry a line, and comments
 * that begin with {@code #}.
 */
public final class Lists {

  private Lists() {}

  /**
   * Reads a resource; the lists are in the order of the file.
   *
   * @throws IllegalArgumentException when an entry stands before the first name
   */
  public static Map<String, List<String>> read(String resource) {
    var lists = new LinkedHashMap<String, List<String>>();
    var current = new ArrayList<String>();
    for (var line : Lines.of(resource)) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        lists.put(line.substring(1, line.length() - 1), current);
      } else if (lists.isEmpty()) {
        throw new IllegalArgumentException(resource + " has an entry without a list: " + line);
      } else {
        current.add(line);
      }
    }
    return lists;
  }
}
