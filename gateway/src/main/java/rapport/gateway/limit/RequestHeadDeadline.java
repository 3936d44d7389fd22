package rapport.gateway.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request head takes too long, however busily it drips. Sits on both
 * sides of the HTTP codec: bytes that go in without a message coming out are a head that is not
 * complete.
 *
 * <p>The clock starts when a connection opens and, on a kept connection, with the first bytes of
 * the next request; silence between requests is the server's idle time-out.
 */
final class RequestHeadDeadline extends ClosingDeadline {
  private boolean awaitingHead = true;
  private boolean bytesSeen;
  private boolean messageSeen;

  RequestHeadDeadline(Duration deadline) {
    super(deadline);
  }

  /** Adds the deadline around the HTTP codec of a fresh connection. */
  void install(Channel channel) {
    channel
        .pipeline()
        .addBefore(NettyPipeline.HttpCodec, "rapport.bytes", new BytesSeen())
        .addAfter(NettyPipeline.HttpCodec, "rapport.headDeadline", this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.channel().isActive()) {
      startClock(context);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    startClock(context);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    messageSeen = true;
    if (message instanceof HttpRequest) {
      awaitingHead = false;
      stopClock();
    }
    if (message instanceof LastHttpContent) {
      awaitingHead = true;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (awaitingHead && bytesSeen && !messageSeen) {
      startClock(context);
    }
    bytesSeen = false;
    messageSeen = false;
    context.fireChannelReadComplete();
  }

  private final class BytesSeen extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      bytesSeen = true;
      context.fireChannelRead(message);
    }
  }
}
