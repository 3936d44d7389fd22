package rapport.gateway.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.gateway.RawConnection;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;

/** What a Genkit client gets on its socket. */
@Timeout(300)
class GenkitStreamTest {
  /** How HTTP/1.1 says that a body is complete. */
  private static final String CLEAN_END = "0\r\n\r\n";

  private static final RunningGateway gateway = RunningGateway.impatient();
  private static final String token = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);

  @Test
  void a_stream_passes_as_it_is() throws IOException {
    String answer = read("finished");
    assertThat(answer)
        .containsIgnoringCase("content-type: text/plain\r\n")
        .containsIgnoringCase("x-genkit-stream-id: c1:m1\r\n")
        .contains("data: {\"message\":1}\n\ndata: {\"result\":2}\n\n\r\n")
        .endsWith(CLEAN_END);
    assertThat(read("failed"))
        .contains("\r\nerror: {\"error\":{\"status\":\"ABORTED\"}}\n\n\r\n")
        .endsWith(CLEAN_END);
  }

  @Test
  void nothing_is_put_between_the_frames_of_a_stream() throws IOException {
    String body = read("finished").split("\r\n\r\n", 2)[1];
    assertThat(body).doesNotContain(":\n", "id:", "event:", "retry:", ": ping");
  }

  @Test
  void the_head_comes_before_the_first_frame() throws IOException {
    try (var connection = ask("silent")) {
      assertThat(connection.readHead()).startsWith("HTTP/1.1 200").contains("text/plain");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"streaming", "silent"})
  void a_stream_that_falls_silent_ends_with_its_deadline(String stream) throws IOException {
    String answer = read(stream);
    assertThat(answer)
        .contains("\r\nerror: {\"error\":{\"status\":\"DEADLINE_EXCEEDED\",\"message\":\"")
        .endsWith("\"}}\n\n\r\n" + CLEAN_END);
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent-in-a-frame", "unfinished"})
  void a_stream_that_cannot_end_properly_ends_with_its_connection(String stream)
      throws IOException {
    String answer = read(stream);
    assertThat(answer).startsWith("HTTP/1.1 200").contains("data: {\"mess");
    assertThat(answer).doesNotEndWith(CLEAN_END).doesNotContain("error:");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_service_that_breaks_off_in_a_stream_ends_the_connection(boolean reset) throws IOException {
    try (var connection = ask("streaming")) {
      connection.readThrough("first");
      gateway.service(Upstream.CONVERSATION).dropConnections(reset);
      assertThat(connection.readUntilClosed()).doesNotContain("error:").doesNotEndWith(CLEAN_END);
    }
  }

  private static String read(String stream) throws IOException {
    try (var connection = ask(stream)) {
      return connection.readUntilClosed();
    }
  }

  private static RawConnection ask(String stream) throws IOException {
    var connection = new RawConnection(gateway.port());
    connection.send(request(stream, token));
    return connection;
  }

  private static String request(String stream, String token) {
    return "POST /genkit/flows/"
        + stream
        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Length: 11\r\n\r\n{\"data\":{}}";
  }
}
