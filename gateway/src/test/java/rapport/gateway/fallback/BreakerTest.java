package rapport.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.gateway.route.Upstream.INTEGRATIONS;
import static rapport.gateway.route.Upstream.LEAD_INTELLIGENCE;
import static rapport.testkit.Patience.PATIENCE;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.FakeService;
import rapport.gateway.RunningGateway;

class BreakerTest {
  private static final String PATH = "/api/v1/tasks";
  private final RunningGateway gateway = RunningGateway.impatient();
  private final FakeService service = gateway.service(INTEGRATIONS);

  @AfterEach
  void heal() {
    service.start();
    Awaitility.await().until(() -> status(PATH) == 200);
  }

  @Test
  void says_in_plain_words_which_service_is_away_and_when_to_come_back() {
    service.stop();
    get(PATH)
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueMatches("Retry-After", "[1-9]\\d*")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("service-unavailable")
        .jsonPath("$.detail")
        .value(
            String.class, detail -> assertThat(detail).startsWith("The integrations service is"));
  }

  @Test
  void leaves_a_service_that_is_away_alone_and_comes_back_when_it_does() {
    service.stop();
    for (int i = 0; i < 6; i++) {
      get(PATH).expectStatus().isEqualTo(503);
    }
    service.start();
    int before = service.asked().size();
    get(PATH).expectStatus().isEqualTo(503);
    assertThat(service.asked()).hasSize(before);
    Awaitility.await().until(() -> status(PATH) == 200);
    get(PATH).expectStatus().isOk();
  }

  @Test
  void one_service_away_takes_no_other_with_it() {
    service.stop();
    for (int i = 0; i < 6; i++) {
      get(PATH).expectStatus().isEqualTo(503);
      get("/api/v1/profiles").expectStatus().isOk();
    }
  }

  @Test
  void a_service_that_hangs_is_given_up_and_then_left_alone() {
    get(PATH + "/hanging")
        .expectStatus()
        .isEqualTo(504)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("upstream-timeout");
    Awaitility.await().until(() -> status(PATH + "/hanging") == 503);
    get(PATH).expectStatus().isEqualTo(503);
  }

  @Test
  void a_service_that_breaks_off_is_not_there() {
    get(PATH + "/breaking")
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("service-unavailable");
  }

  @Test
  void a_reading_request_whose_connection_ends_is_sent_once_more() {
    get(PATH + "/breaking-once").expectStatus().isOk();
  }

  @Test
  void a_request_that_changes_something_is_never_sent_twice() {
    var once = PATH + "/breaking-once";
    gateway.admin().post().uri(once).exchange().expectStatus().isEqualTo(503);
    gateway.admin().post().uri(once).exchange().expectStatus().isOk();
  }

  @Test
  void what_a_service_answers_is_never_held_against_it() {
    for (int i = 0; i < 10; i++) {
      get(PATH + "/refusing").expectStatus().isEqualTo(422);
      get(PATH + "/failing").expectStatus().isEqualTo(500);
    }
    get(PATH).expectStatus().isOk();
  }

  @Test
  void a_feed_as_the_trial_does_not_keep_the_others_out() {
    FakeService leads = gateway.service(LEAD_INTELLIGENCE);
    leads.stop();
    for (int i = 0; i < 6; i++) {
      get("/api/v1/leads").expectStatus().isEqualTo(503);
    }
    leads.start();
    var feed =
        Awaitility.await()
            .until(
                () ->
                    gateway
                        .admin()
                        .get()
                        .uri("/api/v1/leads/l1/feed")
                        .exchange()
                        .returnResult(String.class),
                answer -> answer.getStatus().is2xxSuccessful());
    get("/api/v1/leads").expectStatus().isOk();
    assertThat(feed.getResponseBody().blockFirst(PATIENCE)).isEqualTo("{}");
  }

  private ResponseSpec get(String path) {
    return gateway.admin().get().uri(path).exchange();
  }

  private int status(String path) {
    return get(path).returnResult(String.class).getStatus().value();
  }
}
