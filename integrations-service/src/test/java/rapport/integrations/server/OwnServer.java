package rapport.integrations.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import rapport.testkit.FreePort;

/**
 * A server of this machine's, started for a test in a folder of its own, at a free port of
 * 127.0.0.1, without any rights: of root it would run as nobody.
 */
public final class OwnServer implements AutoCloseable {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");

  /** The file with what it writes. */
  private static final String SAID = "said";

  private final Path folder;
  private final int port;
  private final Process process;

  private OwnServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** What has to be run to have a server. */
  @FunctionalInterface
  public interface Plan {
    List<String> command(Path folder, int port) throws IOException;
  }

  /** One that listens. */
  public static OwnServer start(Plan plan) throws IOException {
    var folder = Files.createTempDirectory("rapport-server-");
    own(folder);
    var port = FreePort.next();
    var server = new OwnServer(folder, port, begun(folder, plan.command(folder, port)));
    try {
      await("what listens at " + port).until(server::listens);
      return server;
    } catch (RuntimeException e) {
      var said = Files.readString(folder.resolve(SAID));
      server.close();
      throw new IllegalStateException("the server does not start: " + said, e);
    }
  }

  /** Runs something in the folder, and waits until it is done. */
  public static void run(Path folder, List<String> command) throws IOException {
    var running = begun(folder, command);
    try {
      if (!running.waitFor(1, TimeUnit.MINUTES) || running.exitValue() != 0) {
        running.destroyForcibly();
        throw new IOException(command + " failed: " + Files.readString(folder.resolve(SAID)));
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** What a program says of itself. */
  public static String said(String... command) throws IOException {
    var running = new ProcessBuilder(command).start();
    try (var out = running.inputReader()) {
      return String.valueOf(out.readLine());
    } finally {
      running.destroy();
    }
  }

  /** A file of the server's. */
  public static Path write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    own(file);
    return file;
  }

  /**
   * Where a program is. Without it the test is passed over, unless everything has to be there.
   *
   * @param debian the package it comes with
   */
  public static String program(String name, String debian) {
    var found =
        folders().map(where -> Path.of(where, name)).filter(Files::isExecutable).findFirst();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(name + " is missing; Debian has it in " + debian);
    }
    assumeTrue(found.isPresent(), name + " is not installed; Debian has it in " + debian);
    return found.orElseThrow().toString();
  }

  /** Debian puts servers where nobody's path leads. */
  private static Stream<String> folders() {
    var versions = Path.of("/usr/lib/postgresql").toFile().list();
    var postgres =
        Stream.ofNullable(versions)
            .flatMap(Arrays::stream)
            .map("/usr/lib/postgresql/%s/bin"::formatted);
    var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1));
    return Stream.of(postgres, Stream.of("/usr/sbin"), path).flatMap(all -> all);
  }

  /** Who it runs as. */
  public static String user() {
    return isRoot() ? "nobody" : System.getProperty("user.name");
  }

  /** The group it runs in: that of its folder. */
  public static String group(Path folder) throws IOException {
    return isRoot() ? "nogroup" : Files.getAttribute(folder, "posix:group").toString();
  }

  public int port() {
    return port;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException _) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process begun(Path folder, List<String> command) throws IOException {
    var all = isRoot() ? Stream.concat(AS_NOBODY.stream(), command.stream()).toList() : command;
    return new ProcessBuilder(all)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(SAID).toFile())
        .start();
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended");
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void own(Path path) throws IOException {
    if (isRoot()) {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName("nobody"));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
