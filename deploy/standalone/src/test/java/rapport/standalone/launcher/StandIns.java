package rapport.standalone.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A store, a service that needs it and a gateway that are none, and what they wrote down. */
final class StandIns {

  private final Path directory;
  private final List<ProcessSpec> specs;

  StandIns(Path directory) throws IOException {
    this.directory = directory;
    var ports = Ports.free(3);
    this.specs =
        List.of(
            spec("store", ports.get(0), 0, 2),
            spec("service", ports.get(1), 1, 1, ports.get(0)),
            spec("gateway", ports.get(2), 1, 0));
  }

  List<ProcessSpec> specs() {
    return specs;
  }

  /** They start one after the other. */
  Supervisor supervisor(Progress progress, Administrator administrator) throws IOException {
    return new Supervisor(
        specs, directory.resolve("logs"), progress, 1, Duration.ofMinutes(2), administrator);
  }

  private ProcessSpec spec(String name, int port, int startStage, int stopStage, int... needed) {
    var program =
        Stream.of(
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
    var command = Stream.concat(program, IntStream.of(needed).mapToObj(Integer::toString)).toList();
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
