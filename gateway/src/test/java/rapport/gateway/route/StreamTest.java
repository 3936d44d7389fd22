package rapport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.gateway.RunningGateway;

@Timeout(300)
class StreamTest {
  private final RunningGateway gateway = RunningGateway.impatient();
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/conversations/c1/feed, id: 1",
    "/api/v1/profiles/c1/feed, id: 1",
    "/api/v1/sites/s1/feed, id: 1",
    "/genkit/flows/streaming, data:"
  })
  void the_first_event_arrives_while_the_stream_goes_on(String path, String first)
      throws IOException, InterruptedException {
    try (InputStream body = open(path).body()) {
      assertThat(read(body, first.length())).isEqualTo(first);
    }
  }

  @Test
  void a_stream_outlives_the_time_other_answers_have() throws IOException, InterruptedException {
    try (InputStream body = open("/api/v1/conversations/c1/feed").body()) {
      read(body, "id: 1\nevent: snapshot\ndata: {}\n\n".length());
      Instant until = Instant.now().plus(Duration.ofSeconds(3));
      Awaitility.await()
          .pollInterval(Duration.ofMillis(100))
          .until(() -> {
            assertThat(body.available()).isNotNegative();
            return Instant.now().isAfter(until);
          });
      assertThat(gateway.service(Upstream.CONVERSATION).openFeeds()).isPositive();
    }
  }

  @Test
  void a_reader_who_leaves_frees_the_service() throws IOException, InterruptedException {
    try (InputStream body = open("/api/v1/leads/l1/feed").body()) {
      read(body, 5);
      assertThat(gateway.service(Upstream.LEAD_INTELLIGENCE).openFeeds()).isPositive();
    }
    Awaitility.await().until(() -> gateway.service(Upstream.LEAD_INTELLIGENCE).openFeeds() == 0);
  }

  private HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .header(
                "Authorization",
                "Bearer " + gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD))
            .build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response;
  }

  private static String read(InputStream body, int length) throws IOException {
    return new String(body.readNBytes(length), StandardCharsets.UTF_8);
  }
}
