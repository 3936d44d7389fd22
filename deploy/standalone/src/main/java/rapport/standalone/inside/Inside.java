package rapport.standalone.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.ServiceTokens;
import rapport.standalone.client.UnexpectedAnswer;
import rapport.standalone.launcher.RunningSystem;

/** A running system as only its own machine sees it: processes, addresses, keys. */
public record Inside(Path dataDirectory, RunningSystem system, Properties addresses) {

  /** The service conversations are held with. */
  public static final String CONVERSATION = "conversation-service";

  /** All services but the gateway. */
  public static final List<String> SERVICES =
      List.of(
          CONVERSATION,
          "profile-service",
          "lead-intelligence-service",
          "health-score-service",
          "integrations-service");

  private static final int LOOK_MILLIS = 200;

  /** A service that is asked to compare everything answers when it has. */
  private static final Duration FOR_EVERYTHING = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException when none runs there
   */
  public static Inside of(Path dataDirectory) throws IOException {
    var directory = dataDirectory.toAbsolutePath();
    var system =
        RunningSystem.in(directory)
            .orElseThrow(
                () -> new IllegalArgumentException("Rapport is not running in " + directory + "."));
    var addresses = new Properties();
    try (var in = Files.newBufferedReader(directory.resolve("addresses.properties"))) {
      addresses.load(in);
    }
    return new Inside(directory, system, addresses);
  }

  public Map<String, ProcessHandle> processes() {
    return system.processes();
  }

  /** Where a service listens. */
  public URI address(String service) {
    return URI.create(addresses.getProperty(service));
  }

  public String mongodbUri() {
    return addresses.getProperty("mongodb");
  }

  public String kafkaBootstrap() {
    return addresses.getProperty("kafka");
  }

  /** A client of the gateway, signed in as {@code RAPPORT_ADMIN_EMAIL}. */
  public RapportClient gateway(Map<String, String> environment) {
    return RapportClient.of(URI.create(system.address()))
        .signedIn(
            environment.getOrDefault("RAPPORT_ADMIN_EMAIL", "admin@localhost"),
            environment.getOrDefault("RAPPORT_ADMIN_PASSWORD", ""));
  }

  /** A client that speaks to the conversation service itself, as the gateway does. */
  public RapportClient direct() throws IOException {
    var tokens = ServiceTokens.of(dataDirectory.resolve("keys/service-private.pem"), CONVERSATION);
    return RapportClient.of(address(CONVERSATION)).with("X-Rapport-Token", tokens);
  }

  /** A client that speaks to a service itself, as another service does. */
  public RapportClient asService(String service) throws IOException {
    var tokens =
        ServiceTokens.of(dataDirectory.resolve("keys/service-private.pem"), service).asService();
    return RapportClient.of(address(service))
        .with("X-Rapport-Token", tokens)
        .waiting(FOR_EVERYTHING);
  }

  /** Where the gateway listens. */
  public URI gatewayAddress() {
    return URI.create(system.address());
  }

  /**
   * Returns when all services say that they are ready.
   *
   * @throws IllegalStateException when one does not for so long
   */
  public void awaitReady(Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (!SERVICES.stream().allMatch(service -> isReady(address(service)))
        || !isReady(gatewayAddress())) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not ready after " + patience.toSeconds() + " s");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static boolean isReady(URI service) {
    try {
      return !RapportClient.of(service).text("/actuator/health/readiness").isEmpty();
    } catch (UncheckedIOException | UnexpectedAnswer e) {
      return false;
    }
  }

  /** What a process is told that uses the same store and broker. */
  public Map<String, String> environment() {
    return Map.of("RAPPORT_MONGODB_URI", mongodbUri(), "RAPPORT_KAFKA_BOOTSTRAP", kafkaBootstrap());
  }
}
