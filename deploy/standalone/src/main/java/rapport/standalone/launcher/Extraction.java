package rapport.standalone.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Spring Boot's executable jars hold jars; unpacked they start faster and can have a start-up
 * cache. Each build of a jar is unpacked once.
 */
final class Extraction {

  private final Path directory;

  /**
   * @param directory where unpacked applications and their caches are kept
   */
  Extraction(Path directory) {
    this.directory = directory;
  }

  /** An unpacked application. */
  record Application(Path jar, String mainClass) {}

  /**
   * The application in {@code executable}, unpacked now if it was not before.
   *
   * @throws UserError when the jar is missing
   */
  Application of(Path executable) throws IOException, InterruptedException {
    if (Files.notExists(executable)) {
      throw new UserError(
          "%s is missing. Start without --no-build, or build first: mvn -DskipTests package"
              .formatted(executable));
    }
    var name = executable.getFileName().toString().replaceFirst("\\.jar$", "");
    var home = directory.resolve("%s-%s".formatted(name, checksum(executable)));
    if (Files.notExists(home)) {
      removeOlder(name);
      unpack(executable, home);
    }
    return new Application(home.resolve(executable.getFileName()), mainClass(executable));
  }

  private void unpack(Path executable, Path home) throws IOException, InterruptedException {
    var partial = Files.createTempDirectory(Files.createDirectories(directory), "unpacking-");
    var process =
        new ProcessBuilder(
                Program.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                executable.toString(),
                "extract",
                "--force",
                "--destination",
                partial.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("%s cannot be unpacked: %s".formatted(executable, said));
    }
    Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private void removeOlder(String name) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (var homes = Files.list(directory)) {
      for (var home : homes.filter(each -> isBuildOf(name, each)).toList()) {
        Directories.delete(home);
      }
    }
  }

  private static boolean isBuildOf(String name, Path home) {
    return home.getFileName().toString().matches(Pattern.quote(name) + "-[0-9a-f]{8}");
  }

  private static String mainClass(Path executable) throws IOException {
    try (var jar = new JarFile(executable.toFile())) {
      var start = jar.getManifest().getMainAttributes().getValue("Start-Class");
      if (start == null) {
        throw new IOException(executable + " is not a Spring Boot application");
      }
      return start;
    }
  }

  private static String checksum(Path file) throws IOException {
    var checksum = new CRC32C();
    try (var in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return "%08x".formatted(checksum.getValue());
  }
}
