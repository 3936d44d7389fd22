package rapport.gateway.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request body takes too long, also when it has been answered already:
 * the server's own deadline ends with the answer, and whoever is refused could go on dripping.
 */
final class RequestBodyDeadline extends ChannelInboundHandlerAdapter {
  private final Duration deadline;
  private @Nullable ScheduledFuture<?> closing;

  RequestBodyDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  /** Adds the deadline behind the HTTP codec of a fresh connection. */
  void install(Channel channel) {
    channel.pipeline().addAfter(NettyPipeline.HttpCodec, "rapport.bodyDeadline", this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      stopClock();
      closing =
          context
              .executor()
              .schedule(() -> close(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (message instanceof LastHttpContent) {
      stopClock();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stopClock();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stopClock();
    context.fireChannelInactive();
  }

  private void stopClock() {
    if (closing != null) {
      closing.cancel(false);
      closing = null;
    }
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
