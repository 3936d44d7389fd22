package rapport.runtime.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** What Rapport relies on in the HTTP server it is built on. */
class KeptConnectionTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: rapport\r\n\r\n";

  @Test
  void goes_on_being_read_after_a_request_had_to_wait_for_the_one_before() throws IOException {
    var count = new AtomicInteger();
    var server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((_, response) -> {
              var number = count.incrementAndGet();
              var answer = Mono.just("answer " + number);
              return response.sendString(
                  number == 1 ? answer.delayElement(Duration.ofMillis(50)) : answer);
            })
            .bindNow();
    try (var client = new Socket()) {
      client.connect(server.address());
      client.setSoTimeout((int) PATIENCE.toMillis());
      client.getOutputStream().write((REQUEST + REQUEST).getBytes(US_ASCII));
      readUntil(client, "answer 2");

      client.getOutputStream().write(REQUEST.getBytes(US_ASCII));
      assertThat(readUntil(client, "answer 3")).contains("200 OK");
    } finally {
      server.disposeNow();
    }
  }

  private static String readUntil(Socket client, String end) throws IOException {
    var heard = new StringBuilder();
    while (heard.indexOf(end) < 0) {
      var next = client.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after: " + heard);
      }
      heard.append((char) next);
    }
    return heard.toString();
  }
}
