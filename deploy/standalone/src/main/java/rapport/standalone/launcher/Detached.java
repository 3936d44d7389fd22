package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A launcher in the background: this one comes back when that one is ready. */
final class Detached {

  private Detached() {}

  static int start(Options options, Path home, Progress progress)
      throws IOException, InterruptedException {
    var output = privateFile(options.dataDirectory().resolve("logs").resolve("up.log"));
    var ready = options.dataDirectory().resolve("ready");
    Files.deleteIfExists(ready);
    var process =
        new ProcessBuilder(command(options, home))
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    var said = 0;
    while (process.isAlive() && Files.notExists(ready)) {
      said = repeat(output, said, progress);
      var _ = process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    repeat(output, said, progress);
    Files.write(output, new byte[0]); // the one-time password has been shown and stays nowhere
    return process.isAlive() ? 0 : 1;
  }

  private static Path privateFile(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static List<String> command(Options options, Path home) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        List.of(
            Program.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx48m",
            "-Drapport.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Up.class.getName(),
            "--port=" + options.port(),
            "--data-dir=" + options.dataDirectory()));
    if (options.demo()) {
      command.add("--demo");
    }
    if (options.simulators() > 0) {
      command.add("--simulators");
    }
    return command;
  }

  private static int repeat(Path output, int said, Progress progress) throws IOException {
    var lines = Files.readAllLines(output);
    lines.stream().skip(said).forEach(progress::say);
    return lines.size();
  }
}
