package rapport.standalone.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * What to run.
 *
 * @param dataDirectory {@code --data-dir}: of the running system
 * @param flow {@code --flow}: which interview is held
 * @param conversations {@code --conversations}: how many are measured at each concurrency
 * @param turns {@code --turns}: messages in each at most
 * @param concurrent {@code --concurrent}: how many at the same time, one measurement after the
 *     other
 * @param through {@code --through}: past the gateway, through it, or both
 * @param warmUp {@code --warm-up}: conversations held before anything is measured, each way
 * @param watched {@code --watched}: of each hundred conversations, how many have their record and
 *     their feed timed, which is not free
 */
record BenchOptions(
    Path dataDirectory,
    String flow,
    int conversations,
    int turns,
    List<Integer> concurrent,
    SequencedSet<Through> through,
    int warmUp,
    int watched) {

  /** Which way messages go. */
  enum Through {
    DIRECT,
    GATEWAY
  }

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data-dir", "data",
          "flow", "buying-process",
          "conversations", "100",
          "turns", "24",
          "concurrent", "1,16,64",
          "through", "both",
          "warm-up", "200",
          "watched", "2");

  /**
   * @throws IllegalArgumentException when an option is unknown or its value cannot be; the message
   *     is for the person who typed it
   */
  static BenchOptions parse(List<String> arguments) {
    var values = new HashMap<>(DEFAULTS);
    for (var argument : arguments) {
      var parts = argument.split("=", 2);
      var name = parts[0].replaceFirst("^--", "");
      if (parts.length < 2 || parts[0].equals(name) || !DEFAULTS.containsKey(name)) {
        throw new IllegalArgumentException(
            "There is no option %s. See deploy/bench --help.".formatted(argument));
      }
      values.put(name, parts[1]);
    }
    return new BenchOptions(
        Path.of(text(values, "data-dir")),
        text(values, "flow"),
        number("conversations", text(values, "conversations"), 1),
        number("turns", text(values, "turns"), 1),
        Arrays.stream(text(values, "concurrent").split(",", -1))
            .map(value -> number("concurrent", value, 1))
            .toList(),
        through(text(values, "through")),
        number("warm-up", text(values, "warm-up"), 1),
        number("watched", text(values, "watched"), 0));
  }

  private static String text(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name));
  }

  private static int number(String name, String value, int least) {
    try {
      var number = Integer.parseInt(value.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--%s is a number, not %s.".formatted(name, value), e);
    }
    throw new IllegalArgumentException("--%s is at least %d.".formatted(name, least));
  }

  private static SequencedSet<Through> through(String value) {
    return new TreeSet<>(
        switch (value) {
          case "direct" -> List.of(Through.DIRECT);
          case "gateway" -> List.of(Through.GATEWAY);
          case "both" -> List.of(Through.values());
          default ->
              throw new IllegalArgumentException(
                  "--through is direct, gateway or both, not %s.".formatted(value));
        });
  }
}
