package rapport.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.standalone.bench.bare.BareTurn;
import rapport.standalone.client.RapportClient;

/**
 * The process of {@link BareTurn}, started with the command line of the conversation service: the
 * same Java, options and libraries. It ends with this one.
 */
final class Bare implements AutoCloseable {

  /** What it is called in tables. */
  static final String NAME = "bare";

  private final Process process;
  private final RapportClient client;

  private Bare(Process process, RapportClient client) {
    this.process = process;
    this.client = client;
  }

  /**
   * Returns when it listens.
   *
   * @param command of the conversation service
   * @param environment where store and broker are
   */
  static Bare start(List<String> command, Map<String, String> environment) throws IOException {
    var own = new ArrayList<>(command.subList(0, command.size() - 1));
    own.add(BareTurn.class.getName());
    var builder = new ProcessBuilder(own).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = process.inputReader(StandardCharsets.UTF_8);
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BareTurn.LISTENS)) {
        Thread.ofPlatform().name("bare").daemon().start(() -> drain(output));
        var address = URI.create(line.substring(BareTurn.LISTENS.length()));
        return new Bare(process, RapportClient.of(address));
      }
      said.append(line).append(System.lineSeparator());
    }
    throw new IOException("the bare turn did not start: " + said);
  }

  private static void drain(BufferedReader output) {
    output.lines().forEach(System.err::println);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** As many bare turns as an interview has, with messages of the same length. */
  Talk turns(int count) {
    return (number, stopwatch) -> {
      for (var turn = 1; turn <= count; turn++) {
        var message =
            Map.of(
                "messageId",
                "m" + turn,
                "text",
                "They compare three vendors and ask colleagues before they decide");
        stopwatch.time(() -> client.post("/turn", message));
      }
    };
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
