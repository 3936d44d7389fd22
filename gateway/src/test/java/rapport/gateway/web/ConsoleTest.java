package rapport.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import rapport.gateway.RunningGateway;

/** Serves a small console of the tests' own, which stands before the built one. */
class ConsoleTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app"})
  void the_front_door_leads_to_the_console(String path) {
    gateway
        .anyone()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isTemporaryRedirect()
        .expectHeader()
        .valueEquals(HttpHeaders.LOCATION, "/app/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/", "/app/profiles", "/app/profiles/kX-9_2/history"})
  void every_address_inside_is_the_page_and_never_kept(String path) {
    gateway
        .anyone()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
        .expectBody(String.class)
        .value(page -> assertThat(page).contains("Rapport console"));
  }

  @Test
  void a_hashed_file_may_be_kept_for_ever() {
    gateway
        .anyone()
        .get()
        .uri("/app/assets/main-0a1b2c3d.js")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
  }

  @Test
  void a_file_goes_out_compressed_to_whom_that_suits() throws Exception {
    assertThat(encodingOf("gzip, deflate")).contains("gzip");
    assertThat(encodingOf("identity")).isEmpty();
  }

  /** By a client that does not unpack what it gets. */
  private Optional<String> encodingOf(String accepted) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + gateway.port() + "/app/assets/main-0a1b2c3d.js");
    var request = HttpRequest.newBuilder(uri).header(HttpHeaders.ACCEPT_ENCODING, accepted).build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_TYPE)).contains("text/javascript");
      return answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING);
    }
  }

  @Test
  void the_script_that_comes_before_the_page_is_never_kept() {
    gateway
        .anyone()
        .get()
        .uri("/app/theme.js")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/assets/gone-1.js", "/app/assets/profiles", "/app/gone.js"})
  void a_file_that_is_not_there_is_not_the_page(String path) {
    gateway
        .anyone()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }
}
