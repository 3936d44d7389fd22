package rapport.standalone.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A store in a process of its own, and a client of it. */
final class StoreProcess implements AutoCloseable {

  private final Process process;
  private final MongoClient client;

  private StoreProcess(Process process, MongoClient client) {
    this.process = process;
    this.client = client;
  }

  static StoreProcess start(Path directory, String... settings) throws IOException {
    return start(directory, StoreMain.class, List.of(), settings);
  }

  static StoreProcess start(Path directory, Class<?> main, List<String> options, String... settings)
      throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(builder.command().indexOf("-cp"), options);
    builder
        .environment()
        .putAll(Map.of("RAPPORT_STORE_DIR", directory.toString(), "RAPPORT_STORE_PORT", "0"));
    for (var setting : settings) {
      builder.environment().put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    builder.redirectError(directory.resolveSibling("store.log").toFile());
    var process = builder.start();
    var line = process.inputReader(StandardCharsets.UTF_8).readLine(); // printed once it listens
    if (line == null) {
      throw new IOException(
          "the store did not start; see " + directory.resolveSibling("store.log"));
    }
    return new StoreProcess(process, connect(Integer.parseInt(line.split("=", 2)[1])));
  }

  static MongoClient connect(int port) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(
                new ConnectionString("mongodb://127.0.0.1:" + port + "/?retryWrites=false"))
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .build());
  }

  /** What the publisher answers. */
  static <T> T await(Publisher<T> publisher) {
    return Objects.requireNonNull(Mono.from(publisher).block());
  }

  MongoCollection<Document> collection(String name) {
    return client
        .getDatabase("test")
        .getCollection(name)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  Publisher<String> databases() {
    return client.listDatabaseNames();
  }

  MongoDatabase database() {
    return client.getDatabase("test");
  }

  void kill() {
    process.destroyForcibly().onExit().join();
    client.close();
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }
}
