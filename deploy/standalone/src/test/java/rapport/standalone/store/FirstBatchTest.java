package rapport.standalone.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.local.LocalChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks for anything in a collection waits while another's result is looked for. */
class FirstBatchTest {

  private static final int DOCUMENTS = 3_000;

  @TempDir Path directory;

  private final LocalChannel channel = new LocalChannel();

  @Test
  void the_rest_of_a_long_result_is_not_looked_at_before_it_is_asked_for() throws IOException {
    var filled = open(new StoreFile(directory.resolve("store.mv"), 4));
    run(filled, index());
    run(filled, insert());
    filled.close();
    var file = new StoreFile(directory.resolve("store.mv"), 1);
    var store = open(file);
    var before = file.getReadBytes();
    var answer = run(store, find());
    var first = file.getReadBytes() - before;
    var found = count(answer, "firstBatch");
    assertThat(found).isEqualTo(10);
    while (cursor(answer) != 0) {
      answer = run(store, more(cursor(answer)));
      found += count(answer, "nextBatch");
    }
    var whole = file.getReadBytes() - before;
    store.close();
    assertThat(found).isEqualTo(DOCUMENTS);
    assertThat(first).as("bytes read for ten of %d documents", DOCUMENTS).isLessThan(whole / 4);
  }

  private static Document index() {
    var byNumber = new Document("key", new Document("n", 1)).append("name", "n_1");
    return new Document("createIndexes", "documents").append("indexes", List.of(byNumber));
  }

  private static Document insert() {
    var random = new Random(7);
    var documents = IntStream.range(0, DOCUMENTS).mapToObj(id -> document(id, random)).toList();
    return new Document("insert", "documents").append("documents", documents);
  }

  private static Document document(int id, Random random) {
    var text =
        random.ints(2_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    return new Document("_id", id).append("n", id).append("text", text);
  }

  private static Document find() {
    return new Document("find", "documents")
        .append("filter", new Document("n", new Document("$gte", 0)))
        .append("sort", new Document("_id", 1))
        .append("batchSize", 10);
  }

  private static int count(Document answer, String batch) {
    return ((List<?>) requireNonNull(of(answer).get(batch))).size();
  }

  private static long cursor(Document answer) {
    return (long) requireNonNull(of(answer).get("id"));
  }

  private static Document of(Document answer) {
    return (Document) requireNonNull(answer.get("cursor"));
  }

  private static Document more(long cursor) {
    return new Document("getMore", cursor)
        .append("collection", "documents")
        .append("batchSize", 500);
  }

  private Document run(StoreBackend store, Document command) {
    return store.handleCommand(channel, "test", command.keySet().iterator().next(), command);
  }

  private StoreBackend open(StoreFile file) throws IOException {
    return new StoreBackend(file, directory.resolve("journal"), true);
  }
}
