package rapport.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.ServiceTokens;
import rapport.standalone.launcher.RunningSystem;

/** A running system as only its own machine sees it: processes, addresses, keys. */
record Inside(Path dataDirectory, RunningSystem system, Properties addresses) {

  private static final String CONVERSATION = "conversation-service";

  /**
   * @throws IllegalArgumentException when none runs there
   */
  static Inside of(Path dataDirectory) throws IOException {
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

  Map<String, ProcessHandle> processes() {
    return system.processes();
  }

  /** Where a service listens. */
  URI address(String service) {
    return URI.create(addresses.getProperty(service));
  }

  String mongodbUri() {
    return addresses.getProperty("mongodb");
  }

  String kafkaBootstrap() {
    return addresses.getProperty("kafka");
  }

  /** A client of the gateway, signed in as {@code RAPPORT_ADMIN_EMAIL}. */
  RapportClient gateway(Map<String, String> environment) {
    return RapportClient.of(URI.create(system.address()))
        .signedIn(
            environment.getOrDefault("RAPPORT_ADMIN_EMAIL", "admin@localhost"),
            environment.getOrDefault("RAPPORT_ADMIN_PASSWORD", ""));
  }

  /** A client that speaks to the conversation service itself, as the gateway does. */
  RapportClient direct() throws IOException {
    var tokens = ServiceTokens.of(dataDirectory.resolve("keys/service-private.pem"), CONVERSATION);
    return RapportClient.of(address(CONVERSATION)).with("X-Rapport-Token", tokens);
  }

  /** A bare turn to compare with, run as the conversation service is. */
  Bare bare() throws IOException {
    return Bare.start(
        system.command(CONVERSATION),
        Map.of("RAPPORT_MONGODB_URI", mongodbUri(), "RAPPORT_KAFKA_BOOTSTRAP", kafkaBootstrap()));
  }
}
