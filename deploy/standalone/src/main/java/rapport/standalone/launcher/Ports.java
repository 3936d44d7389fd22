package rapport.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports nobody listens on. */
public final class Ports {

  /**
   * Below those a system takes for outgoing connections (Linux from 32768, others from 49152): from
   * there any connection could take a service's port before it starts, or while it restarts.
   */
  private static final int FIRST = 15_000;

  private static final int END = 32_000;

  private static final int LOOK_AHEAD = 100;
  private static final Duration LOOK = Duration.ofMillis(100);

  private Ports() {}

  /** {@code count} different free loopback ports; they stay the same while the launcher runs. */
  public static List<Integer> free(int count) {
    return ThreadLocalRandom.current()
        .ints(FIRST, END)
        .distinct()
        .filter(port -> isFree("127.0.0.1", port))
        .limit(count)
        .boxed()
        .toList();
  }

  static boolean isFree(String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @param patience how long to wait for somebody who is just leaving
   * @throws UserError when {@code port} is taken, with one that is not
   */
  static void requireFree(String bind, int port, Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (!isFree(bind, port)) {
      if (System.nanoTime() >= until) {
        throw taken(bind, port);
      }
      Thread.sleep(LOOK);
    }
  }

  private static UserError taken(String bind, int port) {
    var other =
        IntStream.rangeClosed(port + 1, Math.min(65535, port + LOOK_AHEAD))
            .filter(candidate -> isFree(bind, candidate))
            .findFirst();
    return new UserError(
        "Port %d is taken by another program. Free it%s."
            .formatted(
                port,
                other.isPresent()
                    ? ", or choose another: deploy/up --port " + other.getAsInt()
                    : ""));
  }
}
