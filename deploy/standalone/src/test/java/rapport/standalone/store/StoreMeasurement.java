package rapport.standalone.store;

import static rapport.standalone.store.StoreProcess.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import reactor.core.publisher.Flux;

/**
 * Prints the figures of the README: writes per second, what a SIGKILL loses, file growth, start.
 */
final class StoreMeasurement {

  private static final Duration TIME = Duration.ofSeconds(8);

  private final AtomicInteger ids = new AtomicInteger();

  private StoreMeasurement() {}

  public static void main(String[] args) throws IOException {
    System.out.printf(
        "%-34s %8s %8s %9s %9s %9s %8s%n",
        "store", "writers", "writes/s", "confirmed", "lost", "MB/1000", "start ms");
    for (var writers : List.of(1, 16)) {
      var measurement = new StoreMeasurement();
      measurement.run("library as it comes", LibraryStoreMain.class, List.of(), writers, "x=y");
      measurement.run(
          "library, commit per write",
          LibraryStoreMain.class,
          List.of("-Dcommit=true"),
          writers,
          "x=y");
      measurement.run(
          "journal, forced (j: true)",
          StoreMain.class,
          List.of(),
          writers,
          "RAPPORT_STORE_SYNC=always");
    }
  }

  private void run(String name, Class<?> main, List<String> options, int writers, String setting)
      throws IOException {
    var home = Files.createTempDirectory("store");
    var directory = home.resolve("data");
    var confirmed = ConcurrentHashMap.<Integer>newKeySet();
    var store = StoreProcess.start(directory, main, options, setting);
    write(store, writers, confirmed, Duration.ofSeconds(2)); // warm
    var before = confirmed.size();
    write(store, writers, confirmed, TIME);
    store.kill();
    var rate = (confirmed.size() - before) / (double) TIME.toSeconds();
    var megabytes = size(directory) / 1e6;
    var started = System.nanoTime();
    try (var again = StoreProcess.start(directory, main, options, setting)) {
      var start = (System.nanoTime() - started) / 1_000_000;
      System.out.printf(
          Locale.ROOT,
          "%-34s %8d %8.0f %9d %9d %9.1f %8d%n",
          name,
          writers,
          rate,
          confirmed.size(),
          lost(again, confirmed),
          megabytes * 1000 / confirmed.size(),
          start);
    }
  }

  private void write(StoreProcess store, int writers, Set<Integer> confirmed, Duration time) {
    var until = System.nanoTime() + time.toNanos();
    await(
        Flux.range(0, writers)
            .flatMap(
                _ ->
                    Flux.<Integer>generate(
                            sink -> {
                              if (System.nanoTime() < until) {
                                sink.next(ids.incrementAndGet());
                              } else {
                                sink.complete();
                              }
                            })
                        .concatMap(
                            id ->
                                Flux.from(store.collection("turns").insertOne(turn(id)))
                                    .doOnNext(_ -> confirmed.add(id)),
                            1),
                writers)
            .count());
  }

  private static Document turn(int id) {
    return new Document("_id", id)
        .append("workspace", "main")
        .append("stream", "s" + id % 50)
        .append("text", "a turn of one and a half kilobytes ".repeat(40));
  }

  private static long lost(StoreProcess store, Set<Integer> confirmed) {
    var there =
        await(
            Flux.from(store.collection("turns").find().projection(new Document("_id", 1)))
                .map(d -> d.getInteger("_id", 0))
                .collectList());
    return confirmed.size() - confirmed.stream().filter(Set.copyOf(there)::contains).count();
  }

  private static long size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
