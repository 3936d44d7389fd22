package rapport.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A loopback port for a server that has to be told one before it starts. */
public final class FreePort {

  /**
   * Below those a system takes for outgoing connections (Linux from 32768, others from 49152): from
   * there any connection could take the port between this look at it and the server's start.
   */
  private static final int FIRST = 15_000;

  private static final int END = 32_000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /**
   * @return one nobody listens on at the moment, and that no one else in this process is given
   */
  public static int next() {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
