package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void gives_no_port_twice_and_none_that_a_connection_could_take() {
    assertThat(IntStream.range(0, 500).mapToObj(_ -> FreePort.next()))
        .doesNotHaveDuplicates()
        .allMatch(port -> port < 32_768);
  }

  @Test
  void somebody_can_listen_there() throws IOException {
    var port = FreePort.next();
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }
}
