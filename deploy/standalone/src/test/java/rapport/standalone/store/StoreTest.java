package rapport.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.standalone.store.StoreProcess.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the services rely on, through the driver they use. */
class StoreTest {

  private static final List<String> TEXTS = List.of("stream", "tags", "other");
  private static final int FIRST = 3;
  private static final List<String> EXPRESSIONS =
      List.of("^s", "^s[12]", "^t1?", "1|2", "^", "^s1|^s2");

  @TempDir Path directory;
  private Store store;
  private MongoClient client;

  @BeforeEach
  void start() throws IOException {
    store = Store.open(StoreSettings.from(settings()));
    client = StoreProcess.connect(store.port());
  }

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void keeps_a_document_over_a_restart() throws IOException {
    insert(new Document("_id", "a").append("n", 1));
    restart();
    assertThat(find(eq("_id", "a"))).containsExactly(new Document("_id", "a").append("n", 1));
  }

  @Test
  void refuses_a_second_document_of_the_same_id_with_code_11000() {
    insert(new Document("_id", "a"));
    assertThatThrownBy(() -> insert(new Document("_id", "a")))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
  }

  @Test
  void refuses_a_second_value_of_a_unique_index_with_code_11000_also_after_a_restart()
      throws IOException {
    index(Indexes.ascending("workspace", "mail"), new IndexOptions().unique(true));
    insert(person("a", "x@example.org"));
    restart();
    assertThatThrownBy(() -> insert(person("b", "x@example.org")))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    insert(person("b", "y@example.org"));
    assertThatThrownBy(() -> update(eq("_id", "b"), set("mail", "x@example.org")))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    assertThat(find(eq("mail", "y@example.org"))).hasSize(1);
  }

  @Test
  void a_unique_value_is_free_again_after_its_document_is_deleted_or_changed() {
    index(Indexes.ascending("mail"), new IndexOptions().unique(true));
    insert(person("a", "x@example.org"));
    update(eq("_id", "a"), set("mail", "z@example.org"));
    insert(person("b", "x@example.org"));
    await(collection().deleteOne(eq("_id", "b")));
    insert(person("c", "x@example.org"));
    assertThat(find(eq("mail", "x@example.org"))).extracting("_id").containsExactly("c");
  }

  @Test
  void a_sparse_unique_index_lets_documents_without_the_value_be() {
    index(Indexes.ascending("token"), new IndexOptions().unique(true).sparse(true));
    insert(new Document("_id", "a"));
    insert(new Document("_id", "b"));
    insert(new Document("_id", "c").append("token", "t"));
    assertThatThrownBy(() -> insert(new Document("_id", "d").append("token", "t")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(find(new Document())).hasSize(3);
  }

  @Test
  void find_one_and_update_changes_one_document_when_its_condition_holds() {
    insert(new Document("_id", "a").append("rev", 1).append("log", List.of("one")));
    var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    var change = combine(inc("rev", 1), push("log", "two"));
    var after =
        await(collection().findOneAndUpdate(and(eq("_id", "a"), eq("rev", 1)), change, options));
    assertThat(after)
        .isEqualTo(new Document("_id", "a").append("rev", 2).append("log", List.of("one", "two")));
    assertThat(
            Mono.from(
                    collection()
                        .findOneAndUpdate(and(eq("_id", "a"), eq("rev", 1)), change, options))
                .block())
        .isNull();
  }

  @Test
  void an_upsert_without_an_id_gets_one_that_stays_over_a_crash() throws IOException {
    await(collection().updateOne(eq("mail", "x"), set("n", 1), new UpdateOptions().upsert(true)));
    await(collection().updateOne(eq("mail", "x"), set("n", 2), new UpdateOptions().upsert(true)));
    var before = find(eq("mail", "x"));
    restart();
    assertThat(before).hasSize(1);
    assertThat(before.getFirst()).containsEntry("n", 2).containsKey("_id");
    assertThat(find(eq("mail", "x"))).isEqualTo(before);
  }

  @Test
  void says_so_when_something_cannot_be_done_as_mongodb_does() {
    assertThatThrownBy(() ->
            await(
                collection()
                    .replaceOne(
                        eq("mail", "x"), new Document("n", 1), new ReplaceOptions().upsert(true))))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("names the _id");
    assertThatThrownBy(() -> update(eq("_id", "a"), Updates.currentDate("at")))
        .hasMessageContaining("$currentDate");
    assertThatThrownBy(() ->
            index(Indexes.ascending("a"), new IndexOptions().partialFilterExpression(eq("b", 1))))
        .hasMessageContaining("partial");
    assertThatThrownBy(() -> index(Indexes.text("a"), new IndexOptions()))
        .hasMessageContaining("ascending");
  }

  @Test
  void an_index_gives_what_a_look_at_every_document_gives() {
    var filters =
        List.of(
            eq("stream", "s3"),
            and(eq("stream", "s3"), gt("seq", 5)),
            and(eq("stream", "s3"), gt("seq", 5), lt("seq", 8)),
            and(eq("stream", "s3"), in("seq", 1, 2, 2, 99)),
            in("stream", "s1", "s9"),
            eq("stream", null),
            and(eq("stream", "s3"), eq("seq", 4L)),
            and(eq("stream", "s3"), eq("seq", 4.0)),
            eq("tags", "t1"),
            and(gt("tags", "t1"), lt("tags", "t1")),
            gt("_id", 150),
            in("_id", 3, 5, 999));
    insertMany(documents());
    var without = filters.stream().map(this::ids).toList();
    index(Indexes.ascending("stream", "seq"), new IndexOptions());
    index(Indexes.ascending("tags"), new IndexOptions());
    var with = filters.stream().map(this::ids).toList();
    assertThat(with).isEqualTo(without);
    assertThat(without.getFirst()).hasSize(20);
  }

  @Test
  void an_index_gives_the_same_for_any_query() {
    var seed = Long.getLong("rapport.seed", System.nanoTime());
    var random = new Random(seed);
    insertMany(documents());
    var filters = Stream.generate(() -> anyFilter(random)).limit(300).toList();
    var without = filters.stream().map(this::ids).toList();
    index(Indexes.ascending("stream", "seq"), new IndexOptions());
    index(Indexes.ascending("seq", "tags"), new IndexOptions());
    index(Indexes.ascending("tags"), new IndexOptions());
    index(Indexes.ascending("other"), new IndexOptions().sparse(true));
    for (var n = 0; n < filters.size(); n++) {
      assertThat(ids(filters.get(n)))
          .as("seed %d, filter %s", seed, filters.get(n).toBsonDocument())
          .isEqualTo(without.get(n));
      assertThat(firstIds(filters.get(n)))
          .as("the first by id, seed %d, filter %s", seed, filters.get(n).toBsonDocument())
          .isEqualTo(without.get(n).stream().limit(FIRST).toList());
    }
    assertThat(without).filteredOn(found -> !found.isEmpty()).hasSizeGreaterThan(100);
  }

  private static Bson anyFilter(Random random) {
    var parts = Stream.generate(() -> anyCondition(random)).limit(1 + random.nextInt(3)).toList();
    return parts.size() == 1 ? parts.getFirst() : and(parts);
  }

  private static Bson anyCondition(Random random) {
    var path = List.of("stream", "seq", "tags", "other", "_id").get(random.nextInt(5));
    var value = anyValue(path, random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> eq(path, value);
      case 2 -> in(path, value, anyValue(path, random));
      case 3 -> gt(path, value);
      case 4 -> and(gte(path, value), lt(path, anyValue(path, random)));
      case 5 -> regex(TEXTS.get(random.nextInt(3)), EXPRESSIONS.get(random.nextInt(6)));
      case 6 -> or(eq(path, value), eq(path, null));
      default -> ne(path, value);
    };
  }

  private static Object anyValue(String path, Random random) {
    return switch (path) {
      case "seq" -> random.nextBoolean() ? random.nextInt(20) : (long) random.nextInt(20);
      case "_id" -> random.nextInt(220);
      case "tags" -> "t" + random.nextInt(5);
      default -> "s" + random.nextInt(11);
    };
  }

  @Test
  void an_index_follows_a_value_that_changes_deep_inside_or_goes() {
    index(Indexes.ascending("deep.value"), new IndexOptions());
    index(Indexes.ascending("deep.gone"), new IndexOptions().sparse(true));
    insert(
        new Document("_id", 1).append("deep", new Document("value", "old").append("gone", null)));
    update(eq("_id", 1), combine(set("deep.value", "new"), Updates.unset("deep.gone")));
    assertThat(ids(eq("deep.value", "old"))).isEmpty();
    assertThat(ids(eq("deep.value", "new"))).containsExactly(1);
    update(eq("_id", 1), set("other", 1));
    assertThat(ids(eq("deep.value", "new"))).containsExactly(1);
    update(eq("_id", 1), Updates.unset("deep"));
    assertThat(ids(eq("deep.value", "new"))).isEmpty();
  }

  @Test
  void a_query_reads_only_what_its_index_names() {
    index(Indexes.ascending("outbox"), new IndexOptions().sparse(true).unique(true));
    insertMany(documents());
    update(eq("_id", 7), set("outbox", "main/s1:7"));
    assertThat(ids(regex("outbox", "^"))).containsExactly(7);
    assertThat(ids(regex("outbox", "^main/s1:"))).containsExactly(7);
    update(eq("_id", 7), Updates.unset("outbox"));
    assertThat(ids(regex("outbox", "^"))).isEmpty();
  }

  @Test
  void a_document_deleted_or_changed_while_a_result_is_read_is_as_it_is_now() {
    insertMany(
        IntStream.range(0, 30).mapToObj(n -> new Document("_id", n).append("n", n)).toList());
    var changed =
        Flux.from(collection().find(gte("n", 0)).sort(Sorts.descending("n")).batchSize(10))
            .limitRate(10)
            .concatMap(each ->
                each.getInteger("n") == 25
                    ? Mono.from(collection().deleteOne(eq("_id", 5)))
                        .then(Mono.from(collection().updateOne(eq("_id", 4), set("n", -1))))
                        .then(Mono.from(collection().updateOne(eq("_id", 3), set("more", 1))))
                        .thenReturn(each)
                    : Mono.just(each))
            .collectList();
    assertThat(await(changed))
        .hasSize(28)
        .contains(new Document("_id", 3).append("n", 3).append("more", 1))
        .extracting("_id")
        .doesNotContain(4, 5);
  }

  @Test
  void a_long_result_comes_whole() {
    insertMany(IntStream.range(0, 3000).mapToObj(n -> new Document("_id", n)).toList());
    assertThat(find(new Document())).hasSize(3000);
    assertThat(await(Flux.from(collection().find().limit(2500)).count())).isEqualTo(2500);
  }

  @Test
  void counts_through_an_aggregation_are_exact() {
    insertMany(documents());
    index(Indexes.ascending("stream", "seq"), new IndexOptions());
    assertThat(await(collection().countDocuments(eq("stream", "s3")))).isEqualTo(20);
    assertThat(await(collection().countDocuments())).isEqualTo(201);
    assertThat(
            await(
                collection()
                    .aggregate(
                        List.of(
                            new Document("$match", new Document("stream", "s3")),
                            new Document(
                                "$lookup",
                                new Document("from", "things")
                                    .append("localField", "other")
                                    .append("foreignField", "stream")
                                    .append("as", "others")),
                            new Document("$limit", 1)))))
        .satisfies(found -> assertThat((List<?>) found.get("others")).hasSize(20));
  }

  @Test
  void a_reader_never_sees_half_a_change() {
    insert(new Document("_id", "pair").append("left", 0).append("right", 0));
    var writes =
        Flux.range(1, 400)
            .concatMap(n ->
                collection()
                    .updateOne(eq("_id", "pair"), combine(set("left", n), set("right", n))));
    var reads =
        Flux.range(1, 400).flatMap(_ -> collection().find(eq("_id", "pair")), 4).collectList();
    var seen = await(Mono.zip(writes.then(Mono.just(true)), reads)).getT2();
    assertThat(seen).allSatisfy(pair -> assertThat(pair.get("left")).isEqualTo(pair.get("right")));
  }

  @Test
  void deletes_drops_and_dropped_indexes_stay_so_over_a_restart() throws IOException {
    index(Indexes.ascending("mail"), new IndexOptions().unique(true).name("mail"));
    insert(person("a", "x@example.org"));
    await(collection().deleteOne(eq("_id", "a")));
    Mono.from(collection().dropIndex("mail")).block();
    restart();
    insert(person("a", "x@example.org"));
    insert(person("b", "x@example.org"));
    assertThat(find(eq("mail", "x@example.org"))).hasSize(2);
    Mono.from(collection().drop()).block();
    restart();
    assertThat(find(new Document())).isEmpty();
  }

  @Test
  void many_results_come_in_order_through_a_cursor() {
    insertMany(documents());
    var seqs =
        Flux.from(
                collection()
                    .find(eq("stream", "s3"))
                    .sort(Sorts.descending("seq"))
                    .skip(2)
                    .limit(15)
                    .batchSize(4))
            .map(found -> found.getInteger("seq"))
            .collectList()
            .block();
    assertThat(seqs)
        .containsExactlyElementsOf(IntStream.rangeClosed(3, 17).mapToObj(n -> 20 - n).toList());
  }

  private static List<Document> documents() {
    var all =
        new ArrayList<>(
            IntStream.range(0, 200)
                .mapToObj(n ->
                    new Document("_id", n)
                        .append("stream", "s" + n % 10)
                        .append("seq", n / 10)
                        .append("other", "s" + (n + 1) % 10)
                        .append("tags", List.of("t" + n % 3, "t" + n % 4)))
                .toList());
    all.add(new Document("_id", 200).append("seq", 3));
    return all;
  }

  private static Document person(String id, String mail) {
    return new Document("_id", id).append("workspace", "main").append("mail", mail);
  }

  private List<Object> ids(Bson filter) {
    return find(filter).stream().map(found -> found.get("_id")).sorted().toList();
  }

  private List<Object> firstIds(Bson filter) {
    var first = collection().find(filter).sort(Sorts.ascending("_id")).limit(FIRST);
    return await(
        Flux.from(first).map(found -> Objects.requireNonNull(found.get("_id"))).collectList());
  }

  private List<Document> find(Bson filter) {
    return await(Flux.from(collection().find(filter)).collectList());
  }

  private void insert(Document document) {
    await(collection().insertOne(document));
  }

  private void insertMany(List<Document> documents) {
    await(collection().insertMany(documents));
  }

  private void update(Bson filter, Bson change) {
    await(collection().updateOne(filter, change));
  }

  private void index(Bson keys, IndexOptions options) {
    await(collection().createIndex(keys, options));
  }

  private MongoCollection<Document> collection() {
    return client.getDatabase("test").getCollection("things");
  }

  private Map<String, String> settings() {
    return Map.of("RAPPORT_STORE_DIR", directory.toString(), "RAPPORT_STORE_PORT", "0");
  }

  private void restart() throws IOException {
    stop();
    start();
  }
}
