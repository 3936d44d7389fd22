package rapport.standalone.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line and the environment ask for; the command line wins.
 *
 * @param port {@code --port}, {@code RAPPORT_PORT}: where the gateway listens, 8080
 * @param bind {@code RAPPORT_BIND}: address the gateway listens on, 127.0.0.1
 * @param dataDirectory {@code --data-dir}, {@code RAPPORT_DATA_DIR}: {@code data} in the project,
 *     with {@code --demo} {@code data-demo}
 * @param reset {@code --reset}: begin with an empty data directory
 * @param detach {@code --detach}: come back when it runs and leave it running
 * @param demo {@code --demo}: load a made-up workspace
 * @param simulators {@code --simulators}: start simulated other systems beside it; where the first
 *     of them listens ({@code RAPPORT_SIMULATORS_PORT}, 8300), 0 for none
 * @param sampleSeed {@code RAPPORT_DEMO_SEED}: what it is made from, 7
 * @param sampleAccounts {@code RAPPORT_DEMO_ACCOUNTS}: how many accounts it has, 120
 * @param training {@code RAPPORT_AOT}: when start-up caches are made
 * @param leastFreeMegabytes {@code RAPPORT_MIN_FREE_MB}: refuse to start with less disk space, 512
 */
record Options(
    int port,
    String bind,
    Path dataDirectory,
    boolean reset,
    boolean detach,
    boolean demo,
    int simulators,
    int sampleSeed,
    int sampleAccounts,
    Training.When training,
    long leastFreeMegabytes) {

  private static final Set<String> FLAGS =
      Set.of("--reset", "--detach", "--demo", "--simulators", "--no-build");
  private static final Map<String, String> VALUES =
      Map.of("--port", "RAPPORT_PORT", "--data-dir", "RAPPORT_DATA_DIR");

  /**
   * @throws UserError when an option is unknown or its value cannot be
   */
  static Options parse(List<String> arguments, Map<String, String> environment, Path home) {
    var values = new HashMap<>(environment);
    var flags = new HashSet<String>();
    var rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      var option = rest.pop();
      var equals = option.indexOf('=');
      var name = equals < 0 ? option : option.substring(0, equals);
      var variable = VALUES.get(name);
      if (FLAGS.contains(option)) {
        flags.add(option);
      } else if (variable == null) {
        throw new UserError("There is no option %s. See deploy/up --help.".formatted(option));
      } else if (equals < 0 && rest.isEmpty()) {
        throw new UserError("%s needs a value. See deploy/up --help.".formatted(name));
      } else {
        values.put(variable, equals < 0 ? rest.pop() : option.substring(equals + 1));
      }
    }
    return new Options(
        number("--port", values.getOrDefault("RAPPORT_PORT", "8080"), 1, 65535),
        values.getOrDefault("RAPPORT_BIND", "127.0.0.1"),
        dataDirectory(values, home.resolve(flags.contains("--demo") ? "data-demo" : "data")),
        flags.contains("--reset"),
        flags.contains("--detach"),
        flags.contains("--demo"),
        flags.contains("--simulators")
            ? number(
                "RAPPORT_SIMULATORS_PORT",
                values.getOrDefault("RAPPORT_SIMULATORS_PORT", "8300"),
                1,
                65528)
            : 0,
        number(
            "RAPPORT_DEMO_SEED",
            values.getOrDefault("RAPPORT_DEMO_SEED", "7"),
            0,
            Integer.MAX_VALUE),
        number(
            "RAPPORT_DEMO_ACCOUNTS", values.getOrDefault("RAPPORT_DEMO_ACCOUNTS", "120"), 1, 250),
        Training.When.of(values.getOrDefault("RAPPORT_AOT", "later")),
        number(
            "RAPPORT_MIN_FREE_MB",
            values.getOrDefault("RAPPORT_MIN_FREE_MB", "512"),
            0,
            Integer.MAX_VALUE));
  }

  /** Where a browser on this machine finds the gateway. */
  String address() {
    var host = bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
    return "http://%s:%d".formatted(host, port);
  }

  private static Path dataDirectory(Map<String, String> values, Path usual) {
    var directory = values.get("RAPPORT_DATA_DIR");
    if (directory != null && directory.isBlank()) {
      throw new UserError("--data-dir needs a value. See deploy/up --help.");
    }
    return directory == null ? usual : Path.of(directory).toAbsolutePath();
  }

  private static int number(String name, String value, int least, int most) {
    try {
      var number = Integer.parseInt(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UserError("%s is a number, not %s.".formatted(name, value), e);
    }
    throw new UserError("%s is from %d to %d, not %s.".formatted(name, least, most, value));
  }
}
