package rapport.gateway.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request body takes too long, also when it has been answered already:
 * the server's own deadline ends with the answer, and whoever is refused could go on dripping.
 */
final class RequestBodyDeadline extends ClosingDeadline {

  RequestBodyDeadline(Duration deadline) {
    super(deadline);
  }

  /** Adds the deadline behind the HTTP codec of a fresh connection. */
  void install(Channel channel) {
    channel.pipeline().addAfter(NettyPipeline.HttpCodec, "rapport.bodyDeadline", this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      stopClock();
      startClock(context);
    }
    if (message instanceof LastHttpContent) {
      stopClock();
    }
    context.fireChannelRead(message);
  }
}
