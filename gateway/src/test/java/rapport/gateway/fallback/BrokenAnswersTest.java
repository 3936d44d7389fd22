package rapport.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.gateway.RawConnection;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;

@Timeout(300)
class BrokenAnswersTest {
  private final RunningGateway gateway = RunningGateway.shared();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_answer_that_breaks_off_never_looks_complete(boolean reset) throws IOException {
    var token = gateway.signIn(RunningGateway.ADMIN, RunningGateway.PASSWORD);
    try (var connection = new RawConnection(gateway.port())) {
      connection.send(
          "GET /api/v1/profiles/c1/streaming HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n");
      connection.readThrough("first");
      gateway.service(Upstream.PROFILE).dropConnections(reset);
      assertThat(connection.readUntilClosed()).doesNotEndWith("0\r\n\r\n");
    }
  }
}
