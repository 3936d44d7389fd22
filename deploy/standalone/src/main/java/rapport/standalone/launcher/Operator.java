package rapport.standalone.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import rapport.standalone.client.ServiceTokens;

/** Asks the services of a running Rapport for what only an administrator may have done. */
final class Operator {

  private static final Duration WITHIN = Duration.ofHours(1);

  private final Path data;
  private final Properties addresses;
  private final HttpClient http = HttpClient.newHttpClient();

  private Operator(Path data, Properties addresses) {
    this.data = data;
    this.addresses = addresses;
  }

  /**
   * @param data the data directory of a running Rapport
   * @throws UserError when it does not run
   */
  static Operator of(Path data) throws IOException {
    if (!DataDirectory.isHeld(data)) {
      throw new UserError("Rapport does not run in %s. Start it with deploy/up.".formatted(data));
    }
    var addresses = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
      addresses.load(in);
    }
    return new Operator(data, addresses);
  }

  /**
   * What the service answers, however long it takes within an hour.
   *
   * @param path below its address
   * @return empty when it does not answer
   */
  Optional<HttpResponse<String>> ask(Service service, String method, String path)
      throws IOException, InterruptedException {
    var tokens = ServiceTokens.of(data.resolve("keys/service-private.pem"), service.name());
    var request =
        HttpRequest.newBuilder(URI.create(addresses.getProperty(service.name()) + path))
            .header("X-Rapport-Token", tokens.get())
            .timeout(WITHIN)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return Optional.of(
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (ConnectException | HttpTimeoutException _) {
      return Optional.empty();
    }
  }
}
