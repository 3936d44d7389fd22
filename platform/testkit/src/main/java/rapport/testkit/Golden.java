package rapport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares with files that are committed beside the tests. {@code -Dgolden.update=true} writes them
 * anew instead; the review of that change is the test then.
 */
public final class Golden {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int CONTEXT = 3;

  private Golden() {}

  /**
   * Compares JSON with {@code src/test/resources/golden/<name>.json}; white space does not count.
   *
   * @throws AssertionError with the lines that differ, or when there is no such file
   */
  public static void json(String name, String actual) {
    var file = Path.of("src/test/resources/golden", name + ".json");
    compare(file, pretty(committed(file, pretty(actual))), pretty(actual));
  }

  /**
   * Compares a text with a committed file, line by line.
   *
   * @throws AssertionError with the lines that differ, or when there is no such file
   */
  public static void text(Path file, String actual) {
    compare(file, committed(file, actual), actual);
  }

  private static String committed(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      if (!Files.exists(file)) {
        throw new AssertionError(
            "there is no " + file + "; -Dgolden.update=true writes it:\n" + actual);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(String json) {
    return JSON.writeValueAsString(JSON.readTree(json)) + "\n";
  }

  private static void compare(Path file, String committed, String now) {
    var expected = committed.lines().toList();
    var actual = now.lines().toList();
    if (expected.equals(actual)) {
      return;
    }
    var shorter = Math.min(expected.size(), actual.size());
    var start = 0;
    while (start < shorter && expected.get(start).equals(actual.get(start))) {
      start++;
    }
    var end = 0;
    while (end < shorter - start
        && expected.get(expected.size() - 1 - end).equals(actual.get(actual.size() - 1 - end))) {
      end++;
    }
    var diff = new ArrayList<String>();
    expected.subList(Math.max(0, start - CONTEXT), start).forEach(line -> diff.add("  " + line));
    expected.subList(start, expected.size() - end).forEach(line -> diff.add("- " + line));
    actual.subList(start, actual.size() - end).forEach(line -> diff.add("+ " + line));
    throw new AssertionError(
        "not as in %s, line %d (- committed, + now; -Dgolden.update=true accepts):\n%s"
            .formatted(file, start + 1, String.join("\n", diff)));
  }
}
