package rapport.standalone.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A store, a service and a gateway that are none, and what they wrote down. */
final class StandIns {

  private final Path directory;
  private final List<ProcessSpec> specs;

  StandIns(Path directory) throws IOException {
    this.directory = directory;
    var ports = Ports.free(3);
    this.specs =
        List.of(
            spec("store", ports.get(0), 0, 2),
            spec("service", ports.get(1), 1, 1),
            spec("gateway", ports.get(2), 1, 0));
  }

  List<ProcessSpec> specs() {
    return specs;
  }

  Supervisor supervisor(Progress progress, Administrator administrator) throws IOException {
    return new Supervisor(
        specs, directory.resolve("logs"), progress, 2, Duration.ofSeconds(30), administrator);
  }

  ProcessSpec spec(String name, int port, int startStage, int stopStage) {
    var command =
        List.of(
            Program.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx24m",
            "-cp",
            System.getProperty("java.class.path"),
            "rapport.standalone.tether.Tether",
            StandIn.class.getName(),
            name,
            Integer.toString(port),
            diary().toString());
    var ready = new Readiness.Answers(URI.create("http://127.0.0.1:" + port + "/ready"));
    return new ProcessSpec(name, () -> command, Map.of(), ready, startStage, stopStage);
  }

  Path diary() {
    return directory.resolve("diary");
  }

  /** What happened, without process numbers. */
  List<String> happened() throws IOException {
    return Files.exists(diary())
        ? Files.readAllLines(diary()).stream().map(line -> line.replaceAll(" \\d+$", "")).toList()
        : List.of();
  }

  /** Process numbers of everything that ever came. */
  List<Long> pids() throws IOException {
    return Files.exists(diary())
        ? Files.readAllLines(diary()).stream()
            .filter(line -> line.contains(" comes "))
            .map(line -> Long.parseLong(line.replaceAll(".* ", "")))
            .toList()
        : List.of();
  }
}
