package rapport.standalone.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What to do to a running Rapport.
 *
 * @param dataDirectory {@code --data-dir}: of the running system
 * @param seed {@code --seed}: which faults come when; the time of day unless given
 * @param turns {@code --turns}: messages at least
 * @param longest {@code --minutes}: no new conversation begins after that, whatever {@code turns}
 *     says
 * @param concurrent {@code --concurrent}: conversations at the same time
 * @param rate {@code --rate}: messages a second at most; 0 for as many as there can be
 * @param kills {@code --kills}: how often a process is killed; of each other fault there are a
 *     quarter as many
 * @param faults {@code --faults}: which kinds there are
 * @param brokerAway {@code --broker-away}: in the middle of it, how long the broker is gone;
 *     seconds
 */
record ChaosOptions(
    Path dataDirectory,
    long seed,
    int turns,
    Duration longest,
    int concurrent,
    int rate,
    int kills,
    Set<Fault.Kind> faults,
    Duration brokerAway) {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "data-dir", "data",
          "seed", "",
          "turns", "2000",
          "minutes", "600",
          "concurrent", "8",
          "rate", "0",
          "kills", "8",
          "faults", "all",
          "broker-away", "0");

  /**
   * @throws IllegalArgumentException when an option is unknown or its value cannot be; the message
   *     is for the person who typed it
   */
  static ChaosOptions parse(List<String> arguments) {
    var values = new HashMap<>(DEFAULTS);
    for (var argument : arguments) {
      var parts = argument.split("=", 2);
      var name = parts[0].replaceFirst("^--", "");
      if (parts.length < 2 || parts[0].equals(name) || !DEFAULTS.containsKey(name)) {
        throw new IllegalArgumentException(
            "There is no option %s. See deploy/chaos --help.".formatted(argument));
      }
      values.put(name, parts[1]);
    }
    var seed = text(values, "seed");
    return new ChaosOptions(
        Path.of(text(values, "data-dir")),
        seed.isEmpty() ? System.currentTimeMillis() : number("seed", seed, Long.MIN_VALUE),
        (int) number("turns", text(values, "turns"), 1),
        Duration.ofMinutes(number("minutes", text(values, "minutes"), 1)),
        (int) number("concurrent", text(values, "concurrent"), 1),
        (int) number("rate", text(values, "rate"), 0),
        (int) number("kills", text(values, "kills"), 0),
        faults(text(values, "faults")),
        Duration.ofSeconds(number("broker-away", text(values, "broker-away"), 0)));
  }

  private static String text(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name));
  }

  private static long number(String name, String value, long least) {
    try {
      var number = Long.parseLong(value.strip());
      if (number >= least && (least < 0 || number <= Integer.MAX_VALUE)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--%s is a number, not %s.".formatted(name, value), e);
    }
    throw new IllegalArgumentException(
        "--%s is from %d to %d.".formatted(name, least, Integer.MAX_VALUE));
  }

  private static Set<Fault.Kind> faults(String value) {
    return switch (value) {
      case "all" -> EnumSet.allOf(Fault.Kind.class);
      case "none" -> EnumSet.noneOf(Fault.Kind.class);
      default -> {
        var kinds = EnumSet.noneOf(Fault.Kind.class);
        Arrays.stream(value.split(",", -1)).map(ChaosOptions::fault).forEach(kinds::add);
        yield kinds;
      }
    };
  }

  private static Fault.Kind fault(String name) {
    return Arrays.stream(Fault.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no fault %s. See deploy/chaos --help.".formatted(name)));
  }
}
