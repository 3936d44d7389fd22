package rapport.runtime.projection;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.StoreUnavailableException;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DocumentViewsTest {

  /** How often something happened in a stream. */
  private static final class Tallies extends DocumentViews<Integer, ConversationEvent> {
    Tallies(DocumentStore store) {
      super(
          store,
          "tallies",
          ascending("workspace", "times"),
          times -> new Document("times", times),
          document -> document.getInteger("times"));
    }

    Flux<Integer> atLeast(String workspace, int times) {
      return matching(workspace, gte("times", times), descending("times"));
    }
  }

  private final String database = "v" + UUID.randomUUID();
  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final Tallies tallies = new Tallies(new DocumentStore(client, database));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void there_is_no_view_before_the_first_save() {
    StepVerifier.create(tallies.find("acme", "c1")).verifyComplete();
  }

  @Test
  void a_view_is_found_at_the_revision_it_was_saved_at() {
    assertSaved(true, save("acme", "c1", 3, 0, 7));
    StepVerifier.create(tallies.find("acme", "c1"))
        .expectNext(new Versioned<>(3, 7))
        .verifyComplete();
    assertSaved(true, save("acme", "c1", 4, 7, 9));
    StepVerifier.create(tallies.find("acme", "c1"))
        .expectNext(new Versioned<>(4, 9))
        .verifyComplete();
  }

  @Test
  void a_view_that_somebody_else_moved_is_left_as_it_is() {
    assertSaved(true, save("acme", "c1", 3, 0, 7));
    assertSaved(false, save("acme", "c1", 1, 0, 2));
    assertSaved(false, save("acme", "c1", 1, 6, 8));
    StepVerifier.create(tallies.find("acme", "c1"))
        .expectNext(new Versioned<>(3, 7))
        .verifyComplete();
  }

  @Test
  void a_view_that_was_folded_anew_takes_the_place_of_the_one_at_the_same_revision() {
    assertSaved(true, save("acme", "c1", 3, 0, 7));
    assertSaved(false, tallies.rewrite(new StreamRef("acme", "c1"), 4, 6));
    assertStands("c1", 3, 7);
    assertSaved(true, tallies.rewrite(new StreamRef("acme", "c1"), 4, 7));
    assertStands("c1", 4, 7);
    assertThat(tallies.agree(4, 4)).isTrue();
    assertThat(tallies.agree(4, 3)).isFalse();
  }

  @Test
  void a_view_that_is_gone_is_not_moved() {
    assertSaved(false, save("acme", "c1", 1, 6, 8));
    StepVerifier.create(tallies.find("acme", "c1")).verifyComplete();
  }

  @Test
  void the_views_of_many_streams_are_found_at_once() {
    assertSaved(true, save("acme", "c1", 1, 0, 4));
    assertSaved(true, save("other", "c2", 2, 0, 5));
    assertSaved(true, save("acme", "c3", 3, 0, 6));
    var c1 = new StreamRef("acme", "c1");
    var c2 = new StreamRef("other", "c2");
    StepVerifier.create(tallies.findAll(List.of(c1, c2, new StreamRef("acme", "c4"))))
        .expectNext(Map.of(c1, new Versioned<>(1, 4), c2, new Versioned<>(2, 5)))
        .verifyComplete();
    StepVerifier.create(tallies.findAll(List.of())).expectNext(Map.of()).verifyComplete();
  }

  @Test
  void new_and_known_views_are_saved_at_once() {
    assertSaved(true, save("acme", "c1", 1, 0, 4));
    assertSaved(true, tallies.saveAll(List.of(change("c1", 2, 4, 5), change("c2", 7, 0, 3))));
    assertStands("c1", 2, 5);
    assertStands("c2", 7, 3);
    assertSaved(true, tallies.saveAll(List.of()));
  }

  @Test
  void when_one_of_many_was_moved_it_is_left_as_it_is_and_that_is_said() {
    assertSaved(true, save("acme", "c1", 1, 0, 4));
    assertSaved(true, save("acme", "c2", 1, 0, 4));
    assertSaved(false, tallies.saveAll(List.of(change("c1", 9, 3, 5), change("c2", 2, 4, 5))));
    assertStands("c1", 1, 4);
    assertSaved(false, tallies.saveAll(List.of(change("c1", 9, 0, 5), change("c3", 2, 0, 1))));
    assertStands("c1", 1, 4);
  }

  @Test
  void the_same_stream_of_another_workspace_is_another_view() {
    assertSaved(true, save("acme", "c1", 3, 0, 7));
    assertSaved(true, save("other", "c1", 5, 0, 2));
    StepVerifier.create(tallies.find("acme", "c1"))
        .expectNext(new Versioned<>(3, 7))
        .verifyComplete();
  }

  @Test
  void a_query_finds_the_matching_views_of_a_workspace_in_order() {
    assertSaved(true, save("acme", "c1", 1, 0, 1));
    assertSaved(true, save("acme", "c2", 2, 0, 1));
    assertSaved(true, save("acme", "c3", 3, 0, 1));
    assertSaved(true, save("other", "c4", 4, 0, 1));
    StepVerifier.create(tallies.atLeast("acme", 2)).expectNext(3, 2).verifyComplete();
  }

  @Test
  void the_index_is_there_with_the_first_view() {
    assertSaved(true, save("acme", "c1", 1, 0, 1));
    var indexes = client.getDatabase(database).getCollection("tallies").listIndexes();
    StepVerifier.create(
            Flux.from(indexes).map(index -> index.get("key", Document.class)).collectList())
        .assertNext(
            keys -> assertThat(keys).contains(new Document("workspace", 1).append("times", 1)))
        .verifyComplete();
  }

  @Test
  void views_can_be_saved_when_a_store_that_was_away_is_there() {
    var port = portOfNoStore();
    var uri = "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=1000";
    try (var patient = MongoClients.create(uri)) {
      var views = new Tallies(new DocumentStore(patient, database));
      StepVerifier.create(views.find("acme", "c1")).verifyError(StoreUnavailableException.class);
      try (var _ = EmbeddedStore.startOn(port)) {
        assertSaved(true, views.save("acme", "c1", 3, 0, 7, List.of()).retry(20));
      }
    }
  }

  private static Views.Change<Integer, ConversationEvent> change(
      String stream, int times, long from, long to) {
    return new Views.Change<>(new StreamRef("acme", stream), times, from, to, List.of());
  }

  private void assertStands(String stream, int times, long rev) {
    StepVerifier.create(tallies.find("acme", stream))
        .expectNext(new Versioned<>(times, rev))
        .verifyComplete();
  }

  private static int portOfNoStore() {
    try (var store = EmbeddedStore.start()) {
      return store.port();
    }
  }

  private Mono<Boolean> save(String workspace, String stream, int times, long from, long to) {
    return tallies.save(workspace, stream, times, from, to, List.of());
  }

  private static void assertSaved(boolean expected, Mono<Boolean> save) {
    StepVerifier.create(save).expectNext(expected).verifyComplete();
  }
}
