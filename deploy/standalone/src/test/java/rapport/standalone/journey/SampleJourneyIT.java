package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.client.RapportClient;
import rapport.standalone.sample.Sample;
import tools.jackson.databind.JsonNode;

/** A newcomer who looks at a made-up company, and somebody who works already. */
@ExtendWith(RunningRapport.Provider.class)
class SampleJourneyIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SEED = 7;
  private static final int FEW = 6;

  private final RunningRapport rapport;

  SampleJourneyIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void real_data_is_left_alone_and_a_sample_shows_every_list_alive_and_is_loaded_once()
      throws Exception {
    var client = rapport.client();
    if (!client.get("/api/v1/workspace").path("sampleData").asBoolean()) {
      client.startProfile("A real company");
      await().atMost(PATIENCE).until(() -> !items(client, "profiles").isEmpty());
      assertThatThrownBy(() -> sample(client).load()).hasMessageContaining("data of its own");
      assertThat(client.get("/api/v1/workspace").path("sampleData").asBoolean()).isFalse();
      assertThat(client.get("/api/v1/accounts?q=sample").path("items")).isEmpty();
      markAsSample(client);
    }

    assertThat(sample(client).load()).isTrue();

    for (var list :
        List.of(
            "accounts?q=sample",
            "contacts",
            "deals",
            "interactions",
            "health-scores",
            "alerts?status=open",
            "health-scores/views",
            "leads",
            "people",
            "profiles",
            "personas",
            "tasks?state=all",
            "automations")) {
      assertThat(items(client, list)).as(list).isNotEmpty();
    }
    var waiting = client.get("/api/v1/conversations?mode=human").path("conversations");
    assertThat(waiting).as("visitors who wait for a person").isNotEmpty();
    var customer = client.get("/api/v1/health-scores/sample-001?days=731");
    assertThat(customer.path("timeline").size()).as("days of history").isGreaterThan(60);
    assertThat(client.get("/api/v1/workspace").path("sample").path("loaded").asBoolean()).isTrue();

    var before = sizes(client);
    assertThat(sample(client).load()).as("again").isFalse();
    assertThat(sizes(client)).isEqualTo(before);
  }

  /** As a load that was cut off right after it had begun leaves it. */
  private static void markAsSample(RapportClient client) {
    client.put("/api/v1/workspace/sample", Map.of("seed", SEED, "loaded", false));
  }

  private Sample sample(RapportClient client) {
    var today = LocalDate.now(Clock.systemUTC());
    return new Sample(client, rapport.anonymous(), SEED, FEW, today, System.out::println);
  }

  private static JsonNode items(RapportClient client, String list) {
    return client.get("/api/v1/" + list).path("items");
  }

  private static List<Integer> sizes(RapportClient client) {
    var sizes = new ArrayList<Integer>();
    for (var list : List.of("accounts", "contacts", "deals", "people", "tasks?state=all")) {
      var limited = "/api/v1/" + list + (list.contains("?") ? "&" : "?") + "limit=200";
      sizes.add(client.get(limited).path("items").size());
    }
    return sizes;
  }
}
