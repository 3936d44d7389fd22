package rapport.standalone.store;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.standalone.store.StoreProcess.await;

import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Results that are larger than the memory of the store, as it is started with the product. */
class LargeResultTest {

  private static final int DOCUMENTS = 5_000;
  private static final int LETTERS = 30_000;
  private static final int READERS = 3;

  @TempDir private static Path directory;
  private static StoreProcess store;

  @BeforeAll
  static void a_collection_of_150_megabytes() throws IOException {
    store = StoreProcess.start(directory.resolve("store"), StoreMain.class, List.of("-Xmx128m"));
    var random = new Random(7);
    var inserted =
        Flux.range(0, DOCUMENTS)
            .map(id -> document(id, random))
            .buffer(100)
            .concatMap(some -> store.collection("documents").insertMany(some));
    assertThat(await(inserted.count())).isEqualTo(DOCUMENTS / 100);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void everything_by_id() {
    assertThat(await(all(new Document(), Sorts.ascending("_id")).count())).isEqualTo(DOCUMENTS);
  }

  @Test
  void everything_by_another_field_for_several_readers_at_once() {
    var counts =
        Flux.range(0, READERS)
            .flatMap(_ -> all(gte("n", 0), Sorts.descending("n")).count())
            .collectList();
    assertThat(await(counts)).containsOnly((long) DOCUMENTS).hasSize(READERS);
  }

  @Test
  void one_of_all() {
    assertThat(await(store.collection("documents").find().sort(Sorts.ascending("n")).limit(1)))
        .containsEntry("n", 0);
    assertThat(await(store.collection("documents").countDocuments(gte("n", 0))))
        .isEqualTo(DOCUMENTS);
  }

  private Flux<Document> all(Bson filter, Bson order) {
    return Flux.from(store.collection("documents").find(filter).sort(order));
  }

  private static Document document(int id, Random random) {
    var text = new StringBuilder();
    IntStream.range(0, LETTERS).forEach(_ -> text.append((char) ('a' + random.nextInt(26))));
    return new Document("_id", id).append("n", id).append("text", text.toString());
  }
}
