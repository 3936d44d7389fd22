package rapport.standalone.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What containers are told, and what the services know, both as they stand in the project. */
final class Deployments {

  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  static final Path COMPOSE = HOME.resolve("deploy/compose/compose.yaml");
  static final Path KUBERNETES = HOME.resolve("deploy/kubernetes");

  private static final Pattern PORT = Pattern.compile("port: \\$\\{RAPPORT_PORT:(\\d+)}");
  private static final Pattern KNOWN =
      Pattern.compile("\\b(?:RAPPORT|OTEL)_[A-Z_]+[A-Z]|getProperty\\(\"(RAPPORT_[A-Z_]+)");

  private Deployments() {}

  /** The port of each process, as it is where nothing else is said. */
  static Map<String, Integer> ports() {
    var ports = new TreeMap<String, Integer>();
    for (var file : files(HOME, "*/src/main/resources/application.yaml")) {
      var module = String.valueOf(HOME.relativize(file).getName(0));
      PORT.matcher(read(file))
          .results()
          .forEach(found -> ports.put(module, Integer.valueOf(found.group(1))));
    }
    return ports;
  }

  /** Every environment variable that the sources of a process or of the runtime name. */
  static Set<String> knownVariables() {
    return Stream.of(
            "*/src/main/resources/*.yaml",
            "platform/runtime/src/main/resources/*.properties",
            "*/src/main/java/**.java",
            "platform/runtime/src/main/java/**.java")
        .flatMap(pattern -> files(HOME, pattern).stream())
        .flatMap(file -> matches(KNOWN, read(file)).map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The documents of a YAML file. */
  static List<Object> yaml(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return StreamSupport.stream(new Yaml(options).loadAll(read(file)).spliterator(), false)
        .toList();
  }

  static Set<String> found(String pattern, Path file) {
    return matches(Pattern.compile(pattern), read(file))
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  static List<Path> files(Path folder, String glob) {
    var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
    try (var all =
        Files.find(
            folder,
            12,
            (file, about) -> about.isRegularFile() && matcher.matches(folder.relativize(file)))) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
