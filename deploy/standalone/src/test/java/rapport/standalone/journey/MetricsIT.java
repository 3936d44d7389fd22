package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.operations.Monitoring;

/** What whoever runs Rapport sees of it. */
@ExtendWith(RunningRapport.Provider.class)
class MetricsIT {

  private static final String PATH = "/actuator/prometheus";

  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningRapport rapport;

  MetricsIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void whatever_alerts_and_dashboards_ask_for_is_there() {
    await().untilAsserted(() -> assertThat(scraped()).containsAll(Monitoring.metrics()));
  }

  @Test
  void the_front_door_shows_its_figures_to_administrators_only() throws Exception {
    assertThat(get(rapport.url() + PATH, "x-none", "").statusCode()).isEqualTo(401);
  }

  @Test
  void an_operator_asks_a_service_with_a_token_made_on_the_spot() throws Exception {
    var script = RunningRapport.HOME.resolve("deploy/service-token").toString();
    var builder = new ProcessBuilder(script, "profile-service");
    var key = rapport.data().resolve("keys/service-private.pem");
    builder.environment().put("RAPPORT_SERVICE_PRIVATE_KEY_FILE", key.toString());
    String token;
    try (var said = builder.start().inputReader(StandardCharsets.UTF_8)) {
      token = said.readLine();
    }
    var url = rapport.address("profile-service") + "/internal/quarantine";
    assertThat(get(url, "X-Rapport-Token", token).body()).isEqualTo("[]");
  }

  private Set<String> scraped() throws IOException, InterruptedException {
    var names = new TreeSet<String>();
    for (var service : rapport.services()) {
      names.addAll(names(get(rapport.address(service) + PATH, "x-none", "")));
    }
    names.addAll(names(get(rapport.url() + PATH, "Authorization", "Bearer " + rapport.token())));
    return names;
  }

  private static Set<String> names(HttpResponse<String> scrape) {
    assertThat(scrape.statusCode()).isEqualTo(200);
    var names = new TreeSet<String>();
    for (var line : scrape.body().lines().filter(it -> !it.startsWith("#")).toList()) {
      names.add(line.split("[{ ]", 2)[0]);
    }
    return names;
  }

  private HttpResponse<String> get(String url, String header, String value)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url)).header(header, value).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
