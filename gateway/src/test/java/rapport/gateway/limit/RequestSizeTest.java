package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import rapport.gateway.RawConnection;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;

class RequestSizeTest {
  private static final int LIMIT = 256 * 1024;
  private final RunningGateway gateway = RunningGateway.impatient();

  @Test
  void lets_a_body_of_exactly_the_limit_pass() {
    post("/api/v1/conversations", LIMIT, 200);
  }

  @Test
  void refuses_an_announced_body_that_is_too_large() {
    post("/api/v1/conversations", LIMIT + 1, 413);
  }

  @Test
  void images_may_be_larger_but_not_boundless() {
    post("/api/v1/conversations/c1/image", 2_200 * 1024, 200);
    post("/api/v1/conversations/c1/image", 2_200 * 1024 + 1, 413);
  }

  @Test
  void an_archive_that_people_downloaded_elsewhere_may_have_8_megabytes() {
    post("/api/v1/contacts/linkedin/archive", 8_000 * 1024, 200);
    post("/api/v1/contacts/linkedin/archive", 8_000 * 1024 + 1, 413);
  }

  @Test
  void refuses_a_body_without_length_once_it_is_too_large()
      throws IOException, InterruptedException {
    assertThat(chunked("/api/v1/conversations", LIMIT)).isEqualTo("200");
    assertThat(chunked("/api/v1/conversations", LIMIT + 1)).isEqualTo("413 too-large");
    assertThat(chunked("/api/v1/conversations", 20 * LIMIT)).isEqualTo("413 too-large");
  }

  @Test
  void the_gateways_own_endpoints_have_the_same_limit() throws IOException, InterruptedException {
    assertThat(chunked("/api/v1/sign-in", LIMIT + 1)).isEqualTo("413 too-large");
  }

  @Test
  void too_large_a_body_is_not_held_against_the_service() throws IOException, InterruptedException {
    for (int i = 0; i < 10; i++) {
      assertThat(chunked("/api/v1/reports", LIMIT + 1)).isEqualTo("413 too-large");
    }
    post("/api/v1/reports", 10, 200);
  }

  @Test
  void refuses_heads_that_are_too_large() throws IOException {
    for (String request :
        List.of(
            "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
      try (var connection = new RawConnection(gateway.port())) {
        connection.send(request);
        assertThat(connection.readHead()).matches("(?s)HTTP/1.1 (413|414|431) .*");
      }
    }
  }

  @Test
  void closes_a_connection_that_does_not_finish_its_head() throws IOException {
    try (var connection = new RawConnection(gateway.port())) {
      connection.send("GET /api/v1/status HTTP/1.1\r\nHost: x\r\nX-Half:");
      assertThat(connection.readToEnd()).isEmpty();
    }
  }

  @Test
  void closes_a_kept_connection_that_drips_its_next_head() throws IOException {
    try (var connection = new RawConnection(gateway.port())) {
      connection.send("GET /rapport.css HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
      Awaitility.await()
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptionsInstanceOf(AssertionError.class)
          .until(() -> refusesMore(connection));
    }
  }

  @Test
  void a_slow_sender_is_told_so_and_not_held_against_the_service() throws IOException {
    String token = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);
    for (int i = 0; i < 6; i++) {
      try (var connection = new RawConnection(gateway.port())) {
        connection.send(
            "POST /api/v1/alerts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Length: 100\r\n\r\n{");
        assertThat(connection.readHead()).startsWith("HTTP/1.1 408");
      }
    }
    post("/api/v1/alerts", 10, 200);
    assertThat(gateway.service(Upstream.HEALTH_SCORE).asked()).isNotEmpty();
  }

  private static boolean refusesMore(RawConnection connection) {
    try {
      connection.send("X");
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  private void post(String path, int size, int status) {
    gateway
        .admin()
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
        .build()
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(spaces(size))
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private String chunked(String path, int size) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .header(
                "Authorization",
                "Bearer " + gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces(size))))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      return response.body().contains("\"too-large\"")
          ? response.statusCode() + " too-large"
          : String.valueOf(response.statusCode());
    }
  }

  private static byte[] spaces(int size) {
    return " ".repeat(size).getBytes(StandardCharsets.US_ASCII);
  }
}
