package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.gateway.RawConnection;
import rapport.gateway.RunningGateway;

class BodyDeadlineTest {

  @Test
  void a_body_that_does_not_come_is_told_so_and_its_connection_closed() throws IOException {
    var settings = Map.<String, Object>of("rapport.gateway.limit.body-deadline", "1s");
    try (var gateway = RunningGateway.start(settings);
        var connection = new RawConnection(gateway.port())) {
      connection.send(
          "POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 9999\r\n\r\n{");
      assertThat(connection.readUntilClosed())
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("connection: close")
          .contains("\"code\":\"too-slow\"");
    }
  }
}
