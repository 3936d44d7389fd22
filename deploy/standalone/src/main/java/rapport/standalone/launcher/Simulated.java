package rapport.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simulated systems that Rapport can be connected with, a process of their own.
 *
 * @param built where they were built
 * @param port of the first; the others follow
 */
record Simulated(Path built, int port) {

  private static final int SYSTEMS = 8;

  /** Among them, the mail server that takes letters. */
  private static final int SMTP = 6;

  private static final String ALLOWED = "RAPPORT_EGRESS_ALLOWED_HOSTS";

  /**
   * @throws UserError when they are wanted and not built
   */
  static Optional<Simulated> of(Path home, Options options) {
    if (options.simulators() == 0) {
      return Optional.empty();
    }
    var built = home.resolve("platform").resolve("simulators").resolve("target");
    if (Files.notExists(built.resolve("simulators.jar"))) {
      throw new UserError("The simulated systems are not built: mvn -DskipTests package");
    }
    return Optional.of(new Simulated(built, options.simulators()));
  }

  /**
   * @param launcher the launcher's own jar
   */
  ProcessSpec spec(Path launcher, Map<String, String> environment) {
    var jvm =
        List.of(
            "-Xmx96m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    var program =
        new Program(
            "simulators",
            jvm,
            classPath(launcher),
            "rapport.simulators.Simulators",
            built.resolve("none.aot")); // not worth a start-up cache
    return new ProcessSpec(
        program.name(),
        () -> command(program, environment),
        Map.of(),
        new Readiness.Listens(port),
        0,
        0);
  }

  private List<String> command(Program program, Map<String, String> environment) {
    var command = new ArrayList<>(program.command(environment));
    command.add("--port=" + port);
    return command;
  }

  private List<Path> classPath(Path launcher) {
    try (var libraries = Files.list(built.resolve("lib"))) {
      return Stream.concat(Stream.of(launcher, built.resolve("simulators.jar")), libraries.sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lets services talk to them, and send their e-mail there unless somebody set a server. */
  Map<String, String> told(Map<String, String> environment) {
    var told = new HashMap<String, String>();
    var theirs =
        IntStream.range(port, port + SYSTEMS)
            .mapToObj(each -> "127.0.0.1:" + each)
            .collect(Collectors.joining(","));
    var others = environment.getOrDefault(ALLOWED, "");
    told.put(ALLOWED, others.isBlank() ? theirs : others + "," + theirs);
    if (environment.getOrDefault("RAPPORT_SMTP_HOST", "").isBlank()) {
      told.put("RAPPORT_SMTP_HOST", "127.0.0.1");
      told.put("RAPPORT_SMTP_PORT", Integer.toString(port + SMTP));
      told.put("RAPPORT_SMTP_TLS", "none");
      told.put("RAPPORT_SMTP_FROM", "rapport@rapport.example");
    }
    return told;
  }
}
