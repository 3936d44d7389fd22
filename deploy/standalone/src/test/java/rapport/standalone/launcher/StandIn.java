package rapport.standalone.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A tiny process that answers on a port and writes down when it comes and goes. */
public final class StandIn {

  private StandIn() {}

  /**
   * @param args name, port, file to write to, and the ports of those without which it is not ready
   */
  public static void main(String[] args) throws IOException {
    var diary = Path.of(args[2]);
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])), 0);
    var needed = Stream.of(args).skip(3).map(Integer::valueOf).map(Readiness.Listens::new).toList();
    server.createContext(
        "/ready",
        exchange -> {
          var ready = needed.stream().allMatch(Readiness::holds);
          exchange.sendResponseHeaders(ready ? 200 : 503, -1);
          exchange.close();
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note(diary, args[0] + " goes")));
    note(diary, args[0] + " comes " + ProcessHandle.current().pid());
    System.out.println(
        "RAPPORT-ADMIN email=" + args[0] + "@example.org password=secret-" + args[0]);
    System.out.println(args[0] + " says hello");
    server.start();
  }

  private static void note(Path diary, String line) {
    try {
      Files.writeString(diary, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
