package rapport.gateway.limit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes its connection when its clock, once started, is not stopped in time. */
abstract class ClosingDeadline extends ChannelInboundHandlerAdapter {
  private final Duration deadline;
  private @Nullable ScheduledFuture<?> closing;

  ClosingDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  /** Starts the clock unless it runs. */
  final void startClock(ChannelHandlerContext context) {
    if (closing == null) {
      closing =
          context
              .executor()
              .schedule(() -> close(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  final void stopClock() {
    if (closing != null) {
      closing.cancel(false);
      closing = null;
    }
  }

  @Override
  public final void handlerRemoved(ChannelHandlerContext context) {
    stopClock();
  }

  @Override
  public final void channelInactive(ChannelHandlerContext context) {
    stopClock();
    context.fireChannelInactive();
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
