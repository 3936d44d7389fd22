package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.local.LocalChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  private static final int FULLER_THAN_CAN_BE = 101;

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
