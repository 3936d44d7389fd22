package rapport.standalone.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import rapport.standalone.client.RapportClient;
import rapport.standalone.launcher.Ports;
import rapport.standalone.launcher.RunningSystem;

/** Started by {@code deploy/up}, once for all journeys of a run, and stopped after the last. */
final class RunningRapport implements AutoCloseable {

  /** The project's root. */
  static final Path HOME = Path.of("").toAbsolutePath().resolve("../..").normalize();

  private static final String EMAIL = "journey@example.org";
  private static final String PASSWORD = "a journey of a thousand miles";
  private static final Map<String, String> CREDENTIALS =
      Map.of("RAPPORT_ADMIN_EMAIL", EMAIL, "RAPPORT_ADMIN_PASSWORD", PASSWORD);

  private final Process up;
  private final Path data;
  private final int port;
  private final RapportClient client;

  private RunningRapport(Process up, Path data, int port) {
    this.up = up;
    this.data = data;
    this.port = port;
    this.client = anonymous().signedIn(EMAIL, PASSWORD);
  }

  /** Gives journeys the one that runs. */
  static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningRapport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(RunningRapport.class, _ -> fresh(), RunningRapport.class);
    }
  }

  private static RunningRapport fresh() {
    try {
      return start(Files.createTempDirectory("rapport-journey").resolve("data"), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts one; the folder around its data directory goes when it is closed.
   *
   * @param environment more of it
   */
  static RunningRapport start(Path data, Map<String, String> environment) {
    try {
      var port = Ports.free(1).getFirst();
      var builder =
          new ProcessBuilder(
                  HOME.resolve("deploy/up").toString(),
                  "--no-build",
                  "--port",
                  Integer.toString(port),
                  "--data-dir",
                  data.toString())
              .redirectErrorStream(true);
      builder.environment().putAll(CREDENTIALS);
      builder.environment().putAll(environment);
      // Journeys compare conversations word by word, the first one after the start as well.
      builder.environment().put("RAPPORT_UNDERSTANDING_EMBEDDING", "false");
      builder
          .environment()
          .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "RAPPORT_AOT", "off"));
      var up = builder.start();
      awaitReady(up);
      return new RunningRapport(up, data, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(Process up) throws IOException {
    var said = new BufferedReader(up.inputReader(StandardCharsets.UTF_8));
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      System.out.println(line);
      if (line.startsWith("Rapport is ready")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(System.out::println));
        return;
      }
    }
    throw new IOException("deploy/up ended without being ready; what it said stands above");
  }

  RapportClient client() {
    return client;
  }

  /** Where the gateway listens. */
  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A bearer token of the administrator. */
  String token() {
    var credentials = Map.of("email", EMAIL, "password", PASSWORD);
    return anonymous().post("/api/v1/sign-in", credentials).path("token").asString();
  }

  RapportClient anonymous() {
    return RapportClient.of(url());
  }

  /** Who the administrator is, as the environment says it. */
  Map<String, String> credentials() {
    return CREDENTIALS;
  }

  /** Its data directory. */
  Path data() {
    return data;
  }

  /** Where Kafka listens. */
  String kafka() {
    return address("kafka");
  }

  /** The names of the services behind the gateway. */
  Set<String> services() {
    return addresses().stringPropertyNames().stream()
        .filter(name -> name.endsWith("-service"))
        .collect(Collectors.toSet());
  }

  /** Where something inside listens. */
  String address(String name) {
    return Objects.requireNonNull(addresses().getProperty(name), name);
  }

  private Properties addresses() {
    var addresses = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
      addresses.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return addresses;
  }

  ProcessHandle process(String name) {
    var process = processes().get(name);
    if (process == null) {
      throw new IllegalStateException(name + " does not run");
    }
    return process;
  }

  /** Sends a process a signal, such as {@code -STOP}. */
  void signal(String signal, String name) throws IOException, InterruptedException {
    var pid = Long.toString(process(name).pid());
    var done = new ProcessBuilder("kill", signal, pid).inheritIO().start();
    if (done.waitFor() != 0) {
      throw new IOException("kill %s %s failed".formatted(signal, pid));
    }
  }

  Map<String, ProcessHandle> processes() {
    return RunningSystem.in(data).orElseThrow().processes();
  }

  List<String> log(String name) throws IOException {
    return Files.readAllLines(data.resolve("logs").resolve(name + ".log"));
  }

  /** What {@code deploy/rapport} says; it must succeed. */
  static List<String> command(String... words) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(HOME.resolve("deploy/rapport").toString()).redirectErrorStream(true);
    builder.command().addAll(List.of(words));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join("\n", said));
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    up.toHandle().destroy();
    up.onExit().orTimeout(90, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(data.getParent())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
