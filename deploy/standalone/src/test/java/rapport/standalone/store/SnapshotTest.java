package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.standalone.store.StoreProcess.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class SnapshotTest {

  private static final int BEFORE = 100;

  @TempDir Path directory;

  /** One writer, who writes into two collections in turn and waits for each confirmation. */
  @Test
  void a_copy_of_a_store_that_is_written_to_is_of_one_moment() throws Exception {
    var confirmed = new AtomicInteger();
    var enough = new AtomicBoolean();
    int atLeast;
    try (var store = StoreProcess.start(directory.resolve("store"))) {
      var writer =
          Thread.ofVirtual()
              .start(() -> {
                for (var n = 0; !enough.get(); n++) {
                  await(store.collection(name(n)).insertOne(new Document("_id", n)));
                  confirmed.incrementAndGet();
                }
              });
      Awaitility.await().until(() -> confirmed.get() > BEFORE);
      atLeast = confirmed.get();
      Files.createFile(directory.resolve("store/snapshot.request"));
      Awaitility.await().until(() -> Files.notExists(directory.resolve("store/snapshot.request")));
      var after = confirmed.get();
      Awaitility.await().until(() -> confirmed.get() > after);
      enough.set(true);
      writer.join();
    }
    unpack(directory.resolve("store/snapshot.zip"), directory.resolve("copy"));
    try (var copy = StoreProcess.start(directory.resolve("copy"))) {
      var ids = new ArrayList<Integer>();
      for (var n = 0; n < 2; n++) {
        ids.addAll(
            await(
                Flux.from(copy.collection(name(n)).find())
                    .map(document -> document.getInteger("_id"))
                    .collectList()));
      }
      assertThat(ids)
          .hasSizeBetween(atLeast, confirmed.get())
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ids.size()).boxed().toList());
      await(copy.collection("even").insertOne(new Document("_id", "goes on")));
    }
  }

  private static String name(int n) {
    return n % 2 == 0 ? "even" : "odd";
  }

  private static void unpack(Path file, Path target) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        var path = target.resolve(entry.getName());
        Files.createDirectories(path.resolveSibling(""));
        try (var in = zip.getInputStream(entry)) {
          Files.copy(in, path);
        }
      }
    }
    assertThat(target.resolve("store.mv")).exists();
  }
}
