package rapport.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds ports nobody listens on. */
final class Ports {

  private static final int LOOK_AHEAD = 100;
  private static final Duration LOOK = Duration.ofMillis(100);

  private Ports() {}

  /** {@code count} different free loopback ports; they stay the same while the launcher runs. */
  static List<Integer> free(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var n = 0; n < count; n++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
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
