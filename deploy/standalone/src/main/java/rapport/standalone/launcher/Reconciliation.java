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
import java.util.Properties;
import rapport.standalone.client.ServiceTokens;
import tools.jackson.databind.json.JsonMapper;

/** Has every service compare what it stores with its topics, and publish again what is missing. */
final class Reconciliation {

  private static final Duration WITHIN = Duration.ofHours(1);
  private static final int OK = 200;

  private final Path data;
  private final Properties addresses;
  private final HttpClient http = HttpClient.newHttpClient();

  private Reconciliation(Path data, Properties addresses) {
    this.data = data;
    this.addresses = addresses;
  }

  /**
   * @param data the data directory of a running Rapport
   * @throws UserError when it does not run
   */
  static Reconciliation of(Path data) throws IOException {
    if (!DataDirectory.isHeld(data)) {
      throw new UserError("Rapport does not run in %s. Start it with deploy/up.".formatted(data));
    }
    var addresses = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
      addresses.load(in);
    }
    return new Reconciliation(data, addresses);
  }

  /**
   * Says what became of it, service by service.
   *
   * @param days how far back
   * @return true when all of them did it
   */
  boolean run(int days, Progress progress) throws IOException, InterruptedException {
    var all = true;
    for (var service : Service.ALL) {
      if (!service.isGateway()) {
        all &= run(service, days, progress);
      }
    }
    return all;
  }

  private boolean run(Service service, int days, Progress progress)
      throws IOException, InterruptedException {
    try {
      var answer = ask(service, days);
      progress.say("%-26s %s".formatted(service.name(), said(answer)));
      return answer.statusCode() == OK;
    } catch (ConnectException | HttpTimeoutException _) {
      progress.say("%-26s does not answer".formatted(service.name()));
      return false;
    }
  }

  private HttpResponse<String> ask(Service service, int days)
      throws IOException, InterruptedException {
    var tokens = ServiceTokens.of(data.resolve("keys/service-private.pem"), service.name());
    var url = addresses.getProperty(service.name()) + "/internal/reconcile?days=" + days;
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("X-Rapport-Token", tokens.get())
            .timeout(WITHIN)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String said(HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      return "failed with status " + answer.statusCode() + ": " + answer.body();
    }
    var outcome = JsonMapper.shared().readTree(answer.body());
    return "%d compared, %d published again"
        .formatted(outcome.path("compared").asLong(), outcome.path("republished").asLong());
  }
}
