package rapport.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.standalone.store.StoreProcess.await;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Confirmed means kept: the process is killed in the middle of writing, again and again. */
class StoreDurabilityTest {

  private static final int KILLS = 20;
  private static final int WRITERS = 4;

  private static final String RARE_CHECKPOINTS = "RAPPORT_STORE_CHECKPOINT_SECONDS=3600";

  @TempDir Path directory;

  @Test
  void everything_confirmed_is_there_after_each_of_twenty_kills() throws Exception {
    var seed = Long.getLong("rapport.seed", System.nanoTime());
    System.out.println("seed " + seed + " (repeat with -Drapport.seed=" + seed + ")");
    var random = new Random(seed);
    var ledger = new Ledger();
    for (var kill = 0; kill < KILLS; kill++) {
      var store = start();
      ledger.check(store);
      var enough = ledger.confirmed.size() + 1 + random.nextInt(300);
      var writing = ledger.write(store, enough).subscribe();
      ledger.awaitConfirmed(enough);
      store.kill();
      writing.dispose();
    }
    try (var store = start()) {
      ledger.check(store);
    }
    assertThat(ledger.confirmed).hasSizeGreaterThan(KILLS);
  }

  @Test
  void an_unfinished_end_of_the_journal_is_cut_off_and_the_rest_is_there() throws Exception {
    var store = start(RARE_CHECKPOINTS);
    for (var n = 0; n < 10; n++) {
      insert(store, n);
    }
    store.kill();
    shorten(newestSegment(), 3);
    var again = start(RARE_CHECKPOINTS);
    assertThat(count(again)).isEqualTo(9);
    insert(again, 100);
    again.kill();
    try (var last = start(RARE_CHECKPOINTS)) {
      assertThat(count(last)).isEqualTo(10);
    }
  }

  @Test
  void a_store_file_that_lost_its_end_is_refused_rather_than_read_as_an_older_state()
      throws Exception {
    try (var store = start()) {
      insert(store, 1);
    }
    try (var store = start()) {
      insert(store, 2);
    }
    shorten(directory.resolve("store/store.mv"), 8192);
    assertThatThrownBy(this::start).isInstanceOf(IOException.class);
    assertThat(directory.resolve("store.log")).content().containsAnyOf("damaged", "corrupt");
  }

  private StoreProcess start() throws IOException {
    return start("RAPPORT_STORE_CHECKPOINT_SECONDS=1");
  }

  private StoreProcess start(String setting) throws IOException {
    return StoreProcess.start(directory.resolve("store"), setting);
  }

  private static void insert(StoreProcess store, int id) {
    await(store.collection("things").insertOne(new Document("_id", id)));
  }

  private static long count(StoreProcess store) {
    return await(store.collection("things").countDocuments());
  }

  private Path newestSegment() throws IOException {
    try (var files = Files.list(directory.resolve("store/journal"))) {
      return files.sorted().reduce((_, last) -> last).orElseThrow();
    }
  }

  private static void shorten(Path file, int bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  /** What was asked for and what was confirmed; a counter document is changed by every write. */
  private static final class Ledger {
    private final Set<Integer> confirmed = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> counted = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Flux<Void> write(StoreProcess store, int enough) {
      return Flux.range(0, WRITERS)
          .flatMap(
              writer ->
                  Mono.defer(() -> writeOne(store, writer))
                      .repeat(() -> confirmed.size() < enough + WRITERS)
                      .onErrorResume(_ -> Flux.empty()),
              WRITERS);
    }

    private Mono<Void> writeOne(StoreProcess store, int writer) {
      var id = next.incrementAndGet();
      var document = new Document("_id", id).append("key", "k" + id).append("writer", writer);
      var counter = combine(inc("n", 1), push("ids", id));
      return Mono.from(store.collection("things").insertOne(document))
          .doOnNext(_ -> note(id))
          .then(
              Mono.from(
                  store
                      .collection("counters")
                      .updateOne(eq("_id", writer), counter, new UpdateOptions().upsert(true))))
          .doOnNext(_ -> counted.merge(writer, 1, Integer::sum))
          .then();
    }

    private synchronized void note(int id) {
      confirmed.add(id);
      notifyAll();
    }

    synchronized void awaitConfirmed(int enough) throws InterruptedException {
      while (confirmed.size() < enough) {
        wait();
      }
    }

    void check(StoreProcess store) {
      await(
          store
              .collection("things")
              .createIndex(Indexes.ascending("key"), new IndexOptions().unique(true)));
      var all = await(Flux.from(store.collection("things").find()).collectList());
      assertThat(all).extracting(d -> d.getInteger("_id")).containsAll(confirmed);
      assertThat(all)
          .allSatisfy(document ->
              assertThat(
                      Mono.from(
                              store.collection("things").find(eq("key", document.getString("key"))))
                          .block())
                  .isEqualTo(document));
      var counters = await(Flux.from(store.collection("counters").find()).collectList());
      assertThat(counters)
          .allSatisfy(counter -> {
            var n = counter.getInteger("n");
            assertThat(n).isBetween(counted.getOrDefault(counter.getInteger("_id"), 0), n);
            assertThat(counter.getList("ids", Integer.class)).hasSize(n).doesNotHaveDuplicates();
          });
    }
  }
}
