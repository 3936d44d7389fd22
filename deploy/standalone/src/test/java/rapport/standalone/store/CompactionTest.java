package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.local.LocalChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  private static final int FULLER_THAN_CAN_BE = 101;
  private static final int DOCUMENTS = 1_000;
  private static final int OFTEN = 200;
  private static final int STEP = 8;

  @TempDir Path directory;

  /** Compacting saves what is changed: the journal before it must not be carried out once more. */
  @Test
  void what_happened_before_a_compaction_happened_once_after_a_crash() throws Exception {
    var channel = new LocalChannel();
    var store = open(directory);
    run(store, channel, insert(0));
    store.checkpoint();
    run(store, channel, increment());
    store.compact(FULLER_THAN_CAN_BE, 1024 * 1024);
    run(store, channel, increment());
    crash(directory.resolve("after"));
    store.close();
    var again = open(directory.resolve("after"));
    assertThat(run(again, channel, new Document("find", "counters")).toString())
        .contains("\"n\" : 2");
    again.close();
  }

  /** What is written together is rarely given up together: one page in use keeps all the others. */
  @Test
  void the_file_shrinks_when_most_of_what_was_written_is_no_longer_in_use() throws Exception {
    var channel = new LocalChannel();
    var store = open(directory);
    run(store, channel, insertMany());
    for (var seldom = OFTEN; seldom < DOCUMENTS; seldom += STEP) {
      run(store, channel, update(IntStream.range(0, OFTEN), seldom));
      run(store, channel, update(IntStream.of(seldom), seldom));
      store.checkpoint();
    }
    var grown = Files.size(directory.resolve("store.mv"));
    await()
        .atMost(Wiping.READERS.multipliedBy(6))
        .untilAsserted(() -> {
          run(store, channel, update(IntStream.of(0), 0));
          store.checkpoint();
          store.compact(50, 1024 * 1024);
          assertThat(Files.size(directory.resolve("store.mv"))).isLessThan(grown / 2);
        });
    store.close();
  }

  private static Document insertMany() {
    var documents =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(id -> new Document("_id", id).append("text", text(id)))
            .toList();
    return new Document("insert", "texts").append("documents", documents);
  }

  private static Document update(IntStream ids, int seed) {
    var updates =
        ids.mapToObj(id ->
                new Document("q", new Document("_id", id))
                    .append("u", new Document("$set", new Document("text", text(seed + id)))))
            .toList();
    return new Document("update", "texts").append("updates", updates);
  }

  /** Nothing that could be stored shorter. */
  private static String text(int seed) {
    var bytes = new byte[1_000];
    new Random(seed).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Document insert(int n) {
    return new Document("insert", "counters")
        .append("documents", List.of(new Document("_id", 1).append("n", n)));
  }

  private static Document increment() {
    var update = new Document("q", new Document("_id", 1));
    update.append("u", new Document("$inc", new Document("n", 1)));
    return new Document("update", "counters").append("updates", List.of(update));
  }

  private static Document run(StoreBackend store, LocalChannel channel, Document command) {
    return store.handleCommand(channel, "test", command.keySet().iterator().next(), command);
  }

  private static StoreBackend open(Path directory) throws IOException {
    var file = new StoreFile(directory.resolve("store.mv"), 4);
    return new StoreBackend(file, directory.resolve("journal"), true);
  }

  /** What is in the files at this moment. */
  private void crash(Path target) throws IOException {
    Files.createDirectories(target.resolve("journal"));
    Files.copy(directory.resolve("store.mv"), target.resolve("store.mv"));
    try (var segments = Files.list(directory.resolve("journal"))) {
      for (var segment : segments.toList()) {
        Files.copy(segment, target.resolve("journal").resolve(segment.getFileName()));
      }
    }
  }
}
