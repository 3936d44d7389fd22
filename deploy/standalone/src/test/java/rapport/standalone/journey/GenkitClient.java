package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The npm client of Genkit, run by Node as a process of its own. */
final class GenkitClient {

  private static final Path FOLDER =
      Path.of("")
          .toAbsolutePath()
          .resolve("../../conversation-service/src/test/genkit")
          .normalize();
  private static final int INSTALL_MINUTES = 10;

  private final RunningRapport rapport;

  private GenkitClient(RunningRapport rapport) {
    this.rapport = rapport;
  }

  /** Installs the client. Without Node its tests are passed over, but not in CI. */
  static GenkitClient of(RunningRapport rapport) {
    var hasNode = onPath("node") && onPath("npm");
    if (!hasNode && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("the Genkit client needs node and npm on the PATH");
    }
    assumeTrue(hasNode, "node and npm are not on the PATH");
    install();
    return new GenkitClient(rapport);
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void install() {
    var installed = FOLDER.resolve("node_modules/.package-lock.json").toFile();
    if (installed.lastModified() < FOLDER.resolve("package-lock.json").toFile().lastModified()) {
      var npm = start(new ProcessBuilder("npm", "ci", "--no-progress"));
      new Run(npm).awaitSuccess(INSTALL_MINUTES);
    }
  }

  /** Runs Node in the folder of the tests, as a signed-in user. */
  Run node(String... arguments) {
    var command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("RAPPORT_URL", rapport.url().toString());
    builder.environment().put("RAPPORT_TOKEN", rapport.token());
    return new Run(start(builder));
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.directory(FOLDER.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process under way; it is killed when it is closed. */
  static final class Run implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private Run(Process process) {
      this.process = process;
      this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line it says. */
    String line() throws IOException {
      var line = said.readLine();
      assertThat(line).as("the next line, after:%n%s", told()).isNotNull();
      log.add(line);
      return line;
    }

    /** Says a line to it. */
    void say(String line) throws IOException {
      var in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(line + "\n");
      in.flush();
    }

    /** Waits for its end, and fails with what it said when that is not a good one. */
    void awaitSuccess(int minutes) {
      var reader = Thread.ofVirtual().start(() -> said.lines().forEach(log::add));
      try (this) {
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
          throw new AssertionError("no end after " + minutes + " minutes:\n" + told());
        }
        reader.join();
        if (process.exitValue() != 0) {
          throw new AssertionError("exit code " + process.exitValue() + ":\n" + told());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private String told() {
      return String.join("\n", log);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
