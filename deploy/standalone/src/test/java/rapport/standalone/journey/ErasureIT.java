package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.client.RapportClient;

/** Somebody asks what is kept of them, and to be forgotten; somebody else stays. */
@ExtendWith(RunningRapport.Provider.class)
class ErasureIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String AWAY = "health-score-service";
  private static final String NORA = "nora.canary@parcelpilot.example";
  private static final String OTTO = "otto.canary@parcelpilot.example";

  private final RunningRapport rapport;
  private final RapportClient client;
  private final Canaries canaries;

  ErasureIT(RunningRapport rapport) {
    this.rapport = rapport;
    this.client = rapport.client();
    this.canaries = new Canaries(rapport);
  }

  @Test
  void nothing_is_left_of_the_erased_in_any_service_or_topic_and_all_of_others() throws Exception {
    visit(NORA);
    visit(OTTO);
    contact("Nora Canary", NORA);
    contact("Otto Canary", OTTO);
    task("Call Nora Canary");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(canaries.whereStands(NORA, "Nora Canary"))
                .contains(
                    "rapport.conversation.events",
                    "rapport_conversation.commits",
                    "rapport_lead.leads",
                    "rapport_profile.people",
                    "rapport_profile.contacts",
                    "rapport_integrations.crm_known",
                    "rapport_integrations.tasks"));
    var ofOtto = canaries.whereStands(OTTO);

    var archive = request("archives", Map.of("email", NORA));
    var file = client.text("/api/v1/privacy/archives/" + archive + "/file");
    assertThat(file).contains("conversation-service/commits.json", "lead-intelligence-service/");
    var erasure = erasedWhileOneIsAway(NORA);

    assertThat(canaries.whereStands(NORA, "Nora Canary")).isEmpty();
    assertThat(canaries.whereStands(OTTO)).containsAll(ofOtto);
    assertThat(client.get("/api/v1/privacy/erasures/" + erasure + "/receipt").toString())
        .contains("\"conversation-service\"", "\"jws\"")
        .doesNotContain(NORA);
    var data = rapport.data().toString();
    RunningRapport.command("reconcile", "--days", "30", "--data-dir", data);
    RunningRapport.command("rebuild", "profiles", "--data-dir", data);
    assertThat(canaries.whereStands(NORA, "Nora Canary")).isEmpty();
  }

  /** The same of a thousand: {@code deploy/measure --erasure 1000}. */
  @Test
  void many_are_erased_together_and_the_others_stay() throws Exception {
    var crowd = new Crowd(rapport, 20, System.out);
    assertThat(crowd.eraseEverySecond().all()).isLessThan(Duration.ofMinutes(1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(crowd.inFiles()).as("what no file has any more").isEmpty());
  }

  private void visit(String address) {
    var visit = Visit.begin(rapport);
    visit.say("Hello, we want to automate how we answer our customers");
    visit.say("You can write to " + address);
  }

  private void contact(String name, String address) {
    var account = client.post("/api/v1/accounts", Map.of("details", Map.of("name", "Mill Ltd")));
    client.post(
        "/api/v1/contacts",
        Map.of(
            "account",
            account.path("account").path("id").asString(),
            "details",
            Map.of("name", name, "email", address)));
  }

  private void task(String title) {
    client.post("/api/v1/tasks", Map.of("title", title));
  }

  /** The others do their part, it is shown who is missing, and it ends when that one is back. */
  private String erasedWhileOneIsAway(String address) throws IOException, InterruptedException {
    rapport.signal("-STOP", AWAY);
    try {
      var body = Map.of("email", address, "reason", "she asked for it");
      var id = client.post("/api/v1/privacy/erasures", body).path("id").asString();
      await()
          .atMost(PATIENCE)
          .until(
              () -> waiting("/api/v1/privacy/erasures/" + id),
              waiting -> waiting.equals(List.of(AWAY)));
      rapport.signal("-CONT", AWAY);
      return done("erasures", id);
    } finally {
      rapport.signal("-CONT", AWAY);
    }
  }

  private List<String> waiting(String path) {
    return client
        .get(path)
        .path("services")
        .valueStream()
        .filter(service -> service.path("state").asString().equals("waiting"))
        .map(service -> service.path("service").asString())
        .toList();
  }

  private String request(String kind, Map<String, String> body) {
    var id = client.post("/api/v1/privacy/" + kind, body).path("id").asString();
    return done(kind, id);
  }

  private String done(String kind, String id) {
    var path = "/api/v1/privacy/" + kind + "/" + id;
    await().atMost(PATIENCE).until(() -> client.get(path).path("state").asString().equals("done"));
    return id;
  }
}
