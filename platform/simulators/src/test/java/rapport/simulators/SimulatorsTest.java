package rapport.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SimulatorsTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void says_what_to_type_where_and_what_is_written_to_them() throws Exception {
    try (var simulators = new Simulators(new SimulatorOptions(0, 0), out);
        var client = HttpClient.newHttpClient()) {
      simulators.describe();
      assertThat(said()).contains("consumer secret secret", "xoxb-good", "grn_good", "sb_good");
      var slack = said().replaceFirst("(?s).*xoxb-good, address (\\S+);.*", "$1");
      var message =
          HttpRequest.newBuilder(URI.create(slack + "/api/chat.postMessage"))
              .header("Authorization", "Bearer xoxb-good")
              .POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"C1\",\"text\":\"Hello\"}"))
              .build();
      var answer = client.send(message, BodyHandlers.ofString());
      assertThat(JsonMapper.shared().readTree(answer.body()).get("ok").asBoolean()).isTrue();
      assertThat(said()).contains("Slack C1: Hello");
    }
  }

  @Test
  void every_company_is_known_in_salesforce_with_its_people_and_its_deal() {
    var tables = PlantedOrganisation.at(Instant.parse("2026-03-01T09:00:00Z"));
    assertThat(tables.last("Account")).hasSameSizeAs(Company.ALL);
    assertThat(tables.last("Opportunity")).hasSameSizeAs(Company.ALL);
    var people = Company.ALL.stream().mapToInt(company -> company.people().size()).sum();
    assertThat(tables.last("Contact")).hasSize(people);
    assertThat(tables.last("Lead")).hasSize(people);
  }

  @Test
  void options_that_cannot_be_are_named() {
    assertThat(SimulatorOptions.parse(List.of("--port=9000", "--faults=0.1")))
        .isEqualTo(new SimulatorOptions(9000, 0.1));
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--port=x")))
        .hasMessageContaining("--port");
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--faults=1")))
        .hasMessageContaining("--faults");
    assertThatThrownBy(() -> SimulatorOptions.parse(List.of("--all")))
        .hasMessageContaining("--all");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
