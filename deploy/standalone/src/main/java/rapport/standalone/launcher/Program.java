package rapport.standalone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program a child runs.
 *
 * @param jvmOptions heap, compiler and the like; a start-up cache fits only the options it was made
 *     with
 * @param classPath jars, the launcher's own first
 * @param cache where its start-up cache is, or will be
 */
record Program(
    String name, List<String> jvmOptions, List<Path> classPath, String mainClass, Path cache) {

  private static final List<String> ALWAYS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8");

  /** The command of a child that ends with the launcher. */
  List<String> command(Map<String, String> environment) {
    var command = new ArrayList<>(detached());
    command.add(java().toString());
    command.addAll(options());
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(added(environment));
    command.add(RunningSystem.NAME + name);
    command.addAll(List.of("-cp", path(), "rapport.standalone.tether.Tether", mainClass));
    return command;
  }

  /** The command of a run that leaves a start-up cache at {@code output} when it ends. */
  List<String> trainingCommand(Path output, List<String> more) {
    var command = new ArrayList<>(List.of("nice", "-n", "15", java().toString()));
    command.addAll(options());
    command.add("-XX:AOTCacheOutput=" + output);
    command.addAll(more);
    command.addAll(List.of("-cp", path(), "rapport.standalone.tether.Tether", mainClass));
    return command;
  }

  private List<String> options() {
    var options = new ArrayList<>(ALWAYS);
    options.addAll(jvmOptions);
    return options;
  }

  /** {@code RAPPORT_JAVA_OPTIONS}, and {@code RAPPORT_JAVA_OPTIONS_PROFILE_SERVICE} and so on. */
  private List<String> added(Map<String, String> environment) {
    var own = "RAPPORT_JAVA_OPTIONS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of("RAPPORT_JAVA_OPTIONS", own)
        .map(variable -> environment.getOrDefault(variable, "").strip())
        .filter(value -> !value.isEmpty())
        .flatMap(value -> List.of(value.split("\\s+", -1)).stream())
        .toList();
  }

  private String path() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Ctrl-C reaches a whole terminal session; in one of their own, children stop in order. */
  private static List<String> detached() {
    var setsid = Path.of("/usr/bin/setsid");
    return Files.isExecutable(setsid) ? List.of(setsid.toString()) : List.of();
  }
}
