package rapport.lead.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    for (var line : lines(resource)) {
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

  private static List<String> lines(String resource) {
    var stream = Objects.requireNonNull(Lists.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
