package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.IntegrationEvent;
import rapport.runtime.identity.Role;
import rapport.simulators.GranolaSimulator;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a person's credentials to events on the topic. */
class ConnectionsIT extends RunningService {

  private static final String ALL = "/api/v1/integrations/connections";

  private final String workspace = "w-" + UUID.randomUUID();
  private final SalesforceTables tables = new SalesforceTables(true);
  private final SalesforceSimulator salesforce =
      new SalesforceSimulator(tables, Clock.systemUTC(), 100, 0);

  @AfterEach
  void close() {
    salesforce.close();
  }

  @Test
  void the_gallery_says_what_each_connector_needs() {
    client(workspace, "ada", Role.VIEWER)
        .get()
        .uri("/api/v1/integrations")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[?(@.id == 'salesforce')].settings[?(@.name == 'clientSecret')].secret")
        .isEqualTo(true);
  }

  @Test
  void credentials_that_are_refused_are_not_stored_and_the_reason_is_told() {
    connect("wrong")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("credentials-refused");
    list().jsonPath("$.items").isEmpty();
  }

  @Test
  void settings_that_are_missing_or_unknown_are_named() {
    admin()
        .post()
        .uri("/api/v1/integrations/salesforce/connections")
        .bodyValue(Map.of("settings", Map.of("clientId", "key", "colour", "blue")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].path")
        .value(paths ->
            assertThat(paths.toString())
                .contains("settings.colour", "settings.loginUrl", "settings.clientSecret"));
  }

  @Test
  void an_address_within_the_network_is_refused() {
    admin()
        .post()
        .uri("/api/v1/integrations/salesforce/connections")
        .bodyValue(
            Map.of(
                "settings",
                Map.of(
                    "loginUrl", "http://169.254.169.254/",
                    "clientId", "key",
                    "clientSecret", "secret")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("address-refused");
  }

  @Test
  void only_administrators_connect() {
    client(workspace, "ada", Role.SALES)
        .post()
        .uri("/api/v1/integrations/salesforce/connections")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void what_is_read_is_told_and_the_secret_is_not() {
    tables.put(
        "Account",
        "001000000000001AAA",
        Instant.now().minusSeconds(60),
        Duration.ZERO,
        Map.of("Name", "Acme", "Website", "https://www.acme.example/en"));
    var made =
        Objects.requireNonNull(
            connect("secret")
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    assertThat(made).contains("clientSecret").doesNotContain("\"secret\"");
    var id = json(made).get("id").stringValue();
    var stream = workspace + "/" + IntegrationEvent.streamOf(id, "Account", "001000000000001AAA");
    try (var topic =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), IntegrationEvent.CATALOG.topic())) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(topic.of(stream))
                  .singleElement()
                  .satisfies(message -> {
                    var account = json(Objects.requireNonNull(message.value()));
                    assertThat(account.get("name").stringValue()).isEqualTo("Acme");
                    assertThat(account.get("domain").stringValue()).isEqualTo("acme.example");
                  }));
      assertThat(topic.of(workspace + "/" + id)).isNotEmpty();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> get(id).jsonPath("$.sync.backfilling").isEqualTo(false));
    get(id).jsonPath("$.sync.feeds[?(@.feed == 'Account')].added").isEqualTo(1);
    post(id, "pause").jsonPath("$.state").isEqualTo("paused");
    post(id, "resume").jsonPath("$.state").isEqualTo("active");
    post(id, "test")
        .jsonPath("$.found")
        .value(found -> assertThat(found.toString()).contains("00D"));
    admin().delete().uri(ALL + "/" + id).exchange().expectStatus().isNoContent();
    admin().get().uri(ALL + "/" + id).exchange().expectStatus().isNotFound();
  }

  @Test
  void another_workspace_sees_nothing_of_it() {
    client("other-" + workspace, "eve", Role.ADMIN)
        .get()
        .uri(ALL + "/" + made(connect("secret")))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void a_connection_stays_with_its_account() {
    var id = made(connect("secret"));
    salesforce.become("00D000000000002EAA");
    change(id, Map.of("clientSecret", "secret"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("another-account");
    get(id).jsonPath("$.rev").isEqualTo(1);
    salesforce.become("00D000000000001EAA");
    change(id, Map.of("clientSecret", "secret")).expectStatus().isOk();
  }

  @Test
  void where_the_account_cannot_be_told_other_credentials_read_from_the_beginning() {
    try (var before = notes("before", Instant.now());
        var after = notes("after", Instant.now().minus(Duration.ofDays(9)))) {
      var id = made(connect("granola", Map.of("apiUrl", before.url(), "apiKey", "grn_good")));
      awaitSeen(id, 1);
      change(id, Map.of("apiUrl", after.url())).expectStatus().isOk();
      awaitSeen(id, 1);
      get(id).jsonPath("$.sync.feeds[0].added").isEqualTo(1);
      change(id, Map.of()).expectStatus().isOk();
      get(id).jsonPath("$.sync.backfilling").isEqualTo(false);
    }
  }

  private static GranolaSimulator notes(String title, Instant at) {
    var granola = new GranolaSimulator(Clock.systemUTC(), 10, 0);
    granola.put("not_" + title, at, Duration.ZERO, title, "ada@acme.example");
    return granola;
  }

  private void awaitSeen(String id, int seen) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            get(id)
                .jsonPath("$.sync.backfilling")
                .isEqualTo(false)
                .jsonPath("$.sync.feeds[0].seen")
                .isEqualTo(seen));
  }

  private WebTestClient.ResponseSpec change(String id, Map<String, String> settings) {
    return admin()
        .patch()
        .uri(ALL + "/" + id)
        .bodyValue(Map.of("name", "Ours", "settings", settings))
        .exchange();
  }

  private static String made(WebTestClient.ResponseSpec connected) {
    var body = connected.expectStatus().isCreated().expectBody(String.class).returnResult();
    return json(Objects.requireNonNull(body.getResponseBody())).get("id").stringValue();
  }

  private WebTestClient.ResponseSpec connect(String secret) {
    return connect(
        "salesforce",
        Map.of("loginUrl", salesforce.url(), "clientId", "key", "clientSecret", secret));
  }

  private WebTestClient.ResponseSpec connect(String connector, Map<String, String> settings) {
    return admin()
        .post()
        .uri("/api/v1/integrations/" + connector + "/connections")
        .bodyValue(Map.of("name", "Ours", "settings", settings))
        .exchange();
  }

  private WebTestClient.BodyContentSpec list() {
    return admin().get().uri(ALL).exchange().expectStatus().isOk().expectBody();
  }

  private WebTestClient.BodyContentSpec get(String id) {
    return admin().get().uri(ALL + "/" + id).exchange().expectStatus().isOk().expectBody();
  }

  private WebTestClient.BodyContentSpec post(String id, String what) {
    return admin()
        .post()
        .uri(ALL + "/" + id + "/" + what)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  private WebTestClient admin() {
    return client(workspace, "ada", Role.ADMIN);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
