package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.NettyPipeline;

class RequestHeadDeadlineTest {
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @BeforeEach
  void connect() {
    channel.freezeTime();
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
    new RequestHeadDeadline(Duration.ofSeconds(10)).install(channel);
  }

  @Test
  void closes_a_connection_that_says_nothing() {
    pass(9);
    assertThat(channel.isOpen()).isTrue();
    pass(1);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void closes_a_connection_that_drips_a_head() {
    for (int second = 0; second < 10; second++) {
      assertThat(channel.isOpen()).isTrue();
      send(HEAD.substring(second, second + 1));
      pass(1);
    }
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void leaves_a_request_that_is_being_answered_alone() {
    send(HEAD);
    pass(3_600);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void leaves_a_body_that_is_being_sent_to_others() {
    send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n123");
    pass(5);
    send("456");
    pass(60);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void leaves_a_silent_kept_connection_to_the_idle_timeout() {
    send(HEAD);
    pass(60);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void the_next_head_on_a_kept_connection_has_a_deadline_of_its_own() {
    send(HEAD);
    pass(60);
    send("GET /");
    pass(9);
    assertThat(channel.isOpen()).isTrue();
    send(" HTTP/1.1");
    pass(1);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void requests_sent_behind_one_another_are_all_in_time() {
    send(HEAD + HEAD + HEAD);
    pass(60);
    assertThat(channel.isOpen()).isTrue();
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
  }
}
