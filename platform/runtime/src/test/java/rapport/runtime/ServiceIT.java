package rapport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A whole service from request to view, with broker and store coming and going. */
@Timeout(300)
class ServiceIT {

  @TempDir static Path folder;
  private static ReactiveWebServerApplicationContext service;
  private static WebTestClient http;
  private static EmbeddedBroker broker;
  private static EmbeddedStore store;

  @BeforeAll
  static void start() throws IOException {
    var keys = ServiceKeys.generate();
    var secret = Files.writeString(folder.resolve("s.pem"), ServiceKeys.pem(keys.getPrivate()));
    var open = Files.writeString(folder.resolve("p.pem"), ServiceKeys.pem(keys.getPublic()));
    broker = EmbeddedBroker.start();
    store = EmbeddedStore.start();
    service =
        (ReactiveWebServerApplicationContext)
            SpringApplication.run(
                NotesApplication.class,
                "--server.port=0",
                "--spring.application.name=notes-service",
                "--rapport.store.database=notes",
                "--spring.mongodb.uri=" + store.uri(),
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--rapport.identity.private-key-file=" + secret,
                "--rapport.identity.public-key-file=" + open,
                "--rapport.topics.partitions=2");
    var port = Objects.requireNonNull(service.getWebServer()).getPort();
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(PATIENCE)
            .build();
  }

  @AfterAll
  static void stops_within_twenty_seconds_although_a_feed_is_open() {
    var feed = feed("last");
    StepVerifier.create(feed)
        .expectNext(0)
        .then(() -> Thread.ofPlatform().start(service::close))
        .verifyComplete();
    await().until(() -> !service.isRunning());
    service.close();
    broker.close();
    store.close();
  }

  @Test
  void a_request_becomes_an_event_a_view_and_a_signal_on_the_feed() {
    var feed = feed("first");
    StepVerifier.create(feed)
        .expectNext(0)
        .then(() -> add("first", 1))
        .expectNext(1)
        .then(() -> add("first", 2))
        .expectNext(2)
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void every_figure_we_promise_is_in_the_scrape() {
    add("scraped", 1);
    await().until(() -> count("scraped") == 1);
    var scrape = body("/actuator/prometheus");
    assertThat(scrape)
        .contains(
            "rapport_outbox_oldest_unpublished_seconds",
            "rapport_outbox_published_total",
            "rapport_projection_lag_seconds{consumer=\"notes-service.counts\"",
            "rapport_gap_repairs_total",
            "rapport_duplicates_dropped_total",
            "rapport_quarantine_size",
            "rapport_reconcile_republished_total",
            "rapport_sse_clients");
  }

  @Test
  void only_health_figures_and_info_are_shown() {
    for (var path : new String[] {"env", "beans", "heapdump", "configprops", "loggers"}) {
      http.get().uri("/actuator/" + path).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void without_a_broker_the_service_is_degraded_but_ready_and_catches_up() {
    broker.interrupt();
    await().until(() -> body("/actuator/health").contains("DEGRADED"));
    assertThat(body("/actuator/health/readiness")).contains("\"status\":\"UP\"");
    assertThat(body("/actuator/health/liveness")).contains("\"status\":\"UP\"");
    add("patient", 1);
    add("patient", 2);
    assertThat(count("patient")).isZero();
    reconciliationIsRefusedForNow();
    broker.resume();
    await().until(() -> count("patient") == 2);
  }

  private static void reconciliationIsRefusedForNow() {
    http.post()
        .uri("/internal/reconcile")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("broker-unavailable");
  }

  @Test
  void the_quarantine_of_a_workspace_is_shown_to_administrators_alone() {
    http.get()
        .uri("/internal/quarantine")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json("[]");
    http.get()
        .uri("/internal/quarantine")
        .header(ServiceTokens.HEADER, token(Role.SALES))
        .exchange()
        .expectStatus()
        .isForbidden();
    http.post()
        .uri("/internal/quarantine/notes-service.counts/any/release")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.released")
        .isEqualTo(true);
    http.post()
        .uri("/internal/quarantine/unheard-of/any/release")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void administrators_have_the_topics_compared_with_what_is_stored() {
    http.post()
        .uri("/internal/reconcile?days=30")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.compared")
        .isNumber()
        .jsonPath("$.republished")
        .isNumber();
    http.post()
        .uri("/internal/reconcile?days=0")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isBadRequest();
    http.post()
        .uri("/internal/reconcile")
        .header(ServiceTokens.HEADER, token(Role.SALES))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void administrators_see_the_projections_and_whether_they_can_be_folded_anew() {
    http.get()
        .uri("/internal/projections")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            [{"name":"notes-service.counts","topic":"rapport.conversation.events","rebuildable":true}]
            """);
    http.get()
        .uri("/internal/projections")
        .header(ServiceTokens.HEADER, token(Role.SALES))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void a_view_that_was_lost_is_folded_anew_from_what_its_owner_has() {
    add("lost", 1);
    add("lost", 2);
    await().until(() -> count("lost") == 2);
    assertThat(service.getBean(NotesApplication.Counts.class).lose("acme", "lost").block())
        .isTrue();
    assertThat(compared("lost")).contains("\"storedRev\":0,\"ownerRev\":2");
    http.post()
        .uri("/internal/projections/notes-service.counts/rebuild")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.completed")
        .isEqualTo(1)
        .jsonPath("$.failed")
        .isEqualTo(0);
    assertThat(count("lost")).isEqualTo(2);
    assertThat(compared("lost")).contains("\"storedRev\":2,\"ownerRev\":2,\"same\":true");
  }

  @Test
  void the_views_of_many_streams_are_compared_while_the_answer_is_on_its_way() {
    var notes = service.getBean(NotesApplication.Notes.class);
    Flux.range(0, 300)
        .concatMap(n -> notes.add("acme", "many-" + n, 1, "text", null))
        .blockLast(PATIENCE);
    // A rebuild in another test would count what is not folded yet.
    await().until(() -> IntStream.range(0, 300).allMatch(n -> count("many-" + n) == 1));
    assertThat(comparisons().filter(line -> line.contains("\"many-")).count().block(PATIENCE))
        .isEqualTo(300);
  }

  private static String compared(String stream) {
    return Objects.requireNonNull(
        comparisons().filter(line -> line.contains("\"" + stream + "\"")).blockLast(PATIENCE));
  }

  private static Flux<String> comparisons() {
    return http.get()
        .uri("/internal/projections/notes-service.counts/comparison")
        .header(ServiceTokens.HEADER, token())
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(String.class)
        .getResponseBody();
  }

  private static Flux<Integer> feed(String stream) {
    return http.get()
        .uri("/api/notes/" + stream + "/feed")
        .header(ServiceTokens.HEADER, token())
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(Integer.class)
        .getResponseBody();
  }

  private static void add(String stream, int rev) {
    http.post()
        .uri("/api/notes/" + stream)
        .header(ServiceTokens.HEADER, token())
        .bodyValue(new NotesApplication.Note(rev, "text"))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static int count(String stream) {
    return Objects.requireNonNull(
        http.get()
            .uri("/api/notes/" + stream + "/count")
            .header(ServiceTokens.HEADER, token())
            .exchange()
            .expectBody(Integer.class)
            .returnResult()
            .getResponseBody());
  }

  private static String body(String path) {
    return Objects.requireNonNull(
        http.get().uri(path).exchange().expectBody(String.class).returnResult().getResponseBody());
  }

  private static String token() {
    return token(Role.ADMIN);
  }

  private static String token(Role role) {
    return service
        .getBean(ServiceTokens.class)
        .mint(new Caller("acme", "u-1", "Ada", Set.of(role), Caller.Kind.USER), "notes-service");
  }
}
