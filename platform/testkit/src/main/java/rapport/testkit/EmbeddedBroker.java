package rapport.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this process, which can go away and come back with what it had. With the
 * Maven profile {@code containers} the shared one is in a container, and stays.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private static @Nullable EmbeddedBroker shared;

  private final String address;
  private final @Nullable Path folder;
  private final Properties settings;
  private @Nullable KafkaRaftServer server;

  private EmbeddedBroker(int port) {
    try {
      this.address = "127.0.0.1:" + port;
      var home = Files.createTempDirectory("broker");
      this.folder = home;
      this.settings = settings(port, FreePort.next(), home);
      format(home, settings);
      resume();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedBroker(String address) {
    this.address = address;
    this.folder = null;
    this.settings = new Properties();
  }

  /**
   * One broker for all tests of the process; take topic names of your own. Where it does not start,
   * every test that wants it says why.
   */
  public static synchronized EmbeddedBroker shared() {
    if (shared == null) {
      shared = Containers.areWanted() ? new EmbeddedBroker(Containers.kafka()) : start();
    }
    return shared;
  }

  public static EmbeddedBroker start() {
    return startOn(FreePort.next());
  }

  /** Starts at an address that clients were given before there was a broker. */
  public static EmbeddedBroker startOn(int port) {
    return new EmbeddedBroker(port);
  }

  /** For {@code spring.kafka.bootstrap-servers}. */
  public String bootstrapServers() {
    return address;
  }

  public void createTopic(String name, int partitions) {
    try (var admin = admin()) {
      await(admin.createTopics(Set.of(new NewTopic(name, partitions, (short) 1))).all());
    }
  }

  /** Deletes the topic with everything on it. */
  public void deleteTopic(String name) {
    try (var admin = admin()) {
      await(admin.deleteTopics(Set.of(name)).all());
    }
  }

  /** The broker goes away; what it stored stays. */
  public void interrupt() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** It goes away as in a power cut, by which all that was in the topic was lost. */
  public void interruptAndLose(String topic) {
    interrupt();
    var home = Objects.requireNonNull(folder, "only a broker of this process");
    try (var partitions = Files.newDirectoryStream(home, topic + "-*")) {
      Files.delete(home.resolve(".kafka_cleanshutdown")); // so that it looks at what is there
      for (var partition : partitions) {
        try (var segments = Files.newDirectoryStream(partition, "*.log")) {
          for (var segment : segments) {
            Files.write(segment, new byte[0]);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The broker is back at its address. */
  public void resume() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    server.startup();
  }

  @Override
  public void close() {
    interrupt();
    try {
      if (folder != null) {
        Utils.delete(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  private static void await(KafkaFuture<Void> done) {
    try {
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not do it", e);
    }
  }

  private static Properties settings(int port, int controllerPort, Path folder) {
    var settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort),
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", folder.toString(),
            "auto.create.topics.enable", "false"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "200",
            "controlled.shutdown.enable", "false",
            "log.cleaner.dedupe.buffer.size", "2097152"));
    return settings;
  }

  private static void format(Path folder, Properties settings) throws IOException {
    var file = folder.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    var said = new ByteArrayOutputStream();
    var arguments =
        new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }
}
