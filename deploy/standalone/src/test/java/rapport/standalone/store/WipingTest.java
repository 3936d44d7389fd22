package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.standalone.store.StoreProcess.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class WipingTest {

  private static final int PEOPLE = 2000;
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path directory;

  /** Words that a compressor cannot hide: each is new. */
  private final List<String> words =
      new Random(7)
          .longs(2 * PEOPLE)
          .mapToObj(each -> "w" + Long.toUnsignedString(each, 36))
          .toList();

  @Test
  void nothing_of_what_was_removed_is_left_in_any_file_and_all_of_the_rest() throws Exception {
    try (var store = StoreProcess.start(directory.resolve("store"))) {
      var people = store.collection("people");
      await(people.createIndex(Indexes.ascending("word")));
      await(people.createIndex(Indexes.ascending("never"), new IndexOptions().sparse(true)));
      for (var n = 0; n < PEOPLE; n++) {
        await(people.insertOne(new Document("_id", words.get(n)).append("word", words.get(n))));
      }
      for (var n = 0; n < PEOPLE; n += 2) {
        await(
            people.updateOne(Filters.eq(words.get(n)), Updates.set("new", words.get(PEOPLE + n))));
        await(people.updateOne(Filters.eq(words.get(n)), Updates.unset("new")));
      }
      for (var n = 1; n < PEOPLE; n += 2) {
        await(people.deleteOne(Filters.eq(words.get(n))));
      }
      assertThat(await(Flux.from(store.databases()).collectList())).contains("test");
      assertThat(left(removed())).isPositive();
      await(store.database().runCommand(new Document("compact", "people")));
      Awaitility.await().atMost(SOON).until(() -> left(removed()) == 0);
      assertThat(await(Flux.from(people.find()).map(it -> it.getString("_id")).collectList()))
          .containsExactlyInAnyOrderElementsOf(kept());
      store.kill();
    }
    try (var again = StoreProcess.start(directory.resolve("store"))) {
      var people = again.collection("people");
      for (var word : kept()) {
        assertThat(await(people.find(Filters.eq("word", word)))).containsEntry("_id", word);
      }
    }
    assertThat(left(removed())).isZero();
  }

  @Test
  void who_writes_and_reads_meanwhile_loses_nothing() throws Exception {
    try (var store = StoreProcess.start(directory.resolve("store"))) {
      var counters = store.collection("counters");
      await(counters.insertOne(new Document("_id", 1).append("n", 0)));
      await(store.database().runCommand(new Document("compact", "counters")));
      var written = 0;
      var until = System.nanoTime() + Wiping.READERS.plusSeconds(3).toNanos();
      while (System.nanoTime() < until) {
        await(counters.updateOne(Filters.eq(1), Updates.inc("n", 1)));
        written++;
        assertThat(await(counters.find(Filters.eq(1)))).containsEntry("n", written);
      }
      store.kill();
      try (var again = StoreProcess.start(directory.resolve("store"))) {
        assertThat(await(again.collection("counters").find())).containsEntry("n", written);
      }
    }
  }

  /** Killed anywhere between the first map written anew and the last place wiped. */
  @Test
  void a_crash_meanwhile_loses_nothing() throws Exception {
    var random = new Random(11);
    var written = 0;
    for (var crash = 0; crash < Integer.getInteger("store.crashes", 3); crash++) {
      try (var store = StoreProcess.start(directory.resolve("store"))) {
        var notes = store.collection("notes");
        await(notes.createIndex(Indexes.ascending("word")));
        assertThat(await(notes.countDocuments())).isEqualTo(written);
        await(store.database().runCommand(new Document("compact", "notes")));
        var until = System.nanoTime() + random.nextLong(Wiping.READERS.plusSeconds(1).toNanos());
        while (System.nanoTime() < until) {
          await(
              notes.insertOne(
                  new Document("_id", written).append("word", words.get(written % 50))));
          written++;
        }
        store.kill();
      }
    }
    try (var again = StoreProcess.start(directory.resolve("store"))) {
      var notes = again.collection("notes");
      assertThat(await(Flux.from(notes.find()).map(it -> it.getInteger("_id")).collectList()))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, written).boxed().toList());
      assertThat(await(notes.countDocuments(Filters.eq("word", words.get(3)))))
          .isEqualTo((written + 46) / 50);
    }
  }

  private List<String> removed() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(n -> words.get(n % 2 == 0 ? PEOPLE + n : n))
        .toList();
  }

  private List<String> kept() {
    return IntStream.range(0, PEOPLE / 2).mapToObj(n -> words.get(2 * n)).toList();
  }

  private long left(List<String> words) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(directory.resolve("store"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    var found = all.toString();
    return words.stream().filter(found::contains).count();
  }
}
