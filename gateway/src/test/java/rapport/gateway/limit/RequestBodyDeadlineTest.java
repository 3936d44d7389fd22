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

class RequestBodyDeadlineTest {
  private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n";
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @BeforeEach
  void connect() {
    channel.freezeTime();
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
    new RequestBodyDeadline(Duration.ofSeconds(10)).install(channel);
  }

  @Test
  void closes_a_connection_that_drips_a_body_whether_it_was_answered_or_not() {
    send(HEAD);
    pass(5);
    send("1");
    pass(4);
    assertThat(channel.isOpen()).isTrue();
    send("2");
    pass(1);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void leaves_a_request_alone_once_all_of_it_is_there() {
    send(HEAD);
    pass(9);
    send("123456");
    pass(3_600);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void the_next_body_on_a_kept_connection_has_a_deadline_of_its_own() {
    send(HEAD + "123456");
    pass(60);
    send(HEAD + "12");
    pass(9);
    assertThat(channel.isOpen()).isTrue();
    pass(1);
    assertThat(channel.isOpen()).isFalse();
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    channel.releaseInbound();
  }

  private void pass(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
