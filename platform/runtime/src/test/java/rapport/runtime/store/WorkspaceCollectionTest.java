package rapport.runtime.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.runtime.store.WorkspaceCollection.Write;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WorkspaceCollectionTest {

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final WorkspaceCollection things =
      new DocumentStore(client, "t" + UUID.randomUUID()).collection("things");

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void a_workspace_sees_its_own_documents_only() {
    given("acme", "1", "lamp");
    given("other", "2", "lamp");
    StepVerifier.create(things.find("acme", eq("name", "lamp"), ascending("_id"), 10))
        .assertNext(found -> assertThat(found.getString("_id")).isEqualTo("1"))
        .verifyComplete();
    StepVerifier.create(things.findOne("acme", eq("_id", "2"))).verifyComplete();
    StepVerifier.create(things.count("acme", Filters.empty())).expectNext(1L).verifyComplete();
  }

  @Test
  void a_workspace_changes_its_own_documents_only() {
    given("other", "2", "lamp");
    var mine = new Document("_id", "2").append("name", "mine");
    StepVerifier.create(things.update("acme", eq("_id", "2"), set("name", "x")))
        .expectNext(false)
        .verifyComplete();
    StepVerifier.create(things.replace("acme", eq("_id", "2"), mine))
        .expectNext(false)
        .verifyComplete();
    StepVerifier.create(things.delete("acme", eq("_id", "2"))).expectNext(false).verifyComplete();
    StepVerifier.create(things.deleteAll("acme", eq("_id", "2"))).expectNext(0L).verifyComplete();
    StepVerifier.create(
            things.findOne("other", eq("_id", "2")).map(found -> found.getString("name")))
        .expectNext("lamp")
        .verifyComplete();
  }

  @Test
  void a_document_cannot_say_it_belongs_elsewhere() {
    var document = new Document("_id", "1").append("workspace", "other");
    StepVerifier.create(things.insert("acme", document)).verifyComplete();
    StepVerifier.create(things.findOne("acme", eq("_id", "1"))).expectNextCount(1).verifyComplete();
  }

  @Test
  void a_filter_cannot_reach_into_another_workspace() {
    given("other", "2", "lamp");
    StepVerifier.create(things.findOne("acme", eq("workspace", "other"))).verifyComplete();
    StepVerifier.create(
            things.findOne("acme", Filters.or(eq("workspace", "other"), eq("_id", "2"))))
        .verifyComplete();
  }

  @Test
  void a_unique_index_refuses_by_name() {
    StepVerifier.create(
            things.index(
                ascending("workspace", "name"), new IndexOptions().unique(true).name("by_name")))
        .verifyComplete();
    given("acme", "1", "lamp");
    StepVerifier.create(things.insert("acme", new Document("_id", "2").append("name", "lamp")))
        .expectErrorSatisfies(
            refused -> assertThat(((DuplicateKeyException) refused).index()).contains("by_name"))
        .verify();
    StepVerifier.create(things.insert("acme", new Document("_id", "1").append("name", "x")))
        .expectErrorSatisfies(
            refused -> assertThat(((DuplicateKeyException) refused).index()).contains("_id"))
        .verify();
    given("other", "3", "lamp");
  }

  @Test
  void an_upsert_inserts_then_updates() {
    StepVerifier.create(things.upsert("acme", eq("_id", "1"), set("name", "a"))).verifyComplete();
    StepVerifier.create(things.upsert("acme", eq("_id", "1"), set("name", "b"))).verifyComplete();
    StepVerifier.create(
            things.findOne("acme", eq("_id", "1")).map(found -> found.getString("name")))
        .expectNext("b")
        .verifyComplete();
  }

  @Test
  void many_writes_go_in_one_request_and_in_their_order() {
    given("acme", "1", "lamp");
    List<Write> writes =
        List.of(
            new Write.Insert("acme", new Document("_id", "2").append("name", "desk")),
            new Write.Update("acme", eq("_id", "2"), set("name", "table")),
            new Write.Replace("acme", eq("_id", "1"), new Document("name", "bulb")),
            new Write.Upsert("other", eq("_id", "3"), set("name", "chair")));
    StepVerifier.create(things.writeAll(writes)).expectNext(true).verifyComplete();
    assertNamed("acme", "1", "bulb");
    assertNamed("acme", "2", "table");
    assertNamed("other", "3", "chair");
  }

  @Test
  void no_writes_are_done_at_once() {
    StepVerifier.create(things.writeAll(List.of())).expectNext(true).verifyComplete();
  }

  @Test
  void says_when_one_of_many_writes_met_no_document_or_a_duplicate() {
    given("acme", "1", "lamp");
    var again = new Document("_id", "1").append("name", "bulb");
    StepVerifier.create(
            things.writeAll(List.of(new Write.Update("acme", eq("_id", "9"), set("name", "x")))))
        .expectNext(false)
        .verifyComplete();
    StepVerifier.create(things.writeAll(List.of(new Write.Insert("acme", again))))
        .expectNext(false)
        .verifyComplete();
    assertNamed("acme", "1", "lamp");
  }

  @Test
  void one_of_many_writes_cannot_reach_into_another_workspace() {
    given("other", "2", "lamp");
    StepVerifier.create(
            things.writeAll(
                List.<Write>of(
                    new Write.Update("acme", eq("_id", "2"), set("name", "x")),
                    new Write.Replace("acme", eq("_id", "2"), new Document("name", "x")))))
        .expectNext(false)
        .verifyComplete();
    assertNamed("other", "2", "lamp");
  }

  @Test
  void sweeps_see_every_workspace_in_order_up_to_the_limit() {
    given("b", "2", "lamp");
    given("a", "1", "lamp");
    given("c", "3", "lamp");
    StepVerifier.create(
            things
                .acrossWorkspaces(eq("name", "lamp"), ascending("_id"), 2)
                .map(found -> found.getString("_id")))
        .expectNext("1", "2")
        .verifyComplete();
    StepVerifier.create(things.updateAcrossWorkspaces(eq("name", "lamp"), set("name", "x")))
        .verifyComplete();
    StepVerifier.create(things.count("c", eq("name", "x"))).expectNext(1L).verifyComplete();
  }

  @Test
  void a_store_that_is_away_is_said_to_be() {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new com.mongodb.ConnectionString("mongodb://127.0.0.1:1"))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
            .build();
    try (var away = MongoClients.create(settings)) {
      var store = new DocumentStore(away, "test");
      StepVerifier.create(store.ready()).verifyError(StoreUnavailableException.class);
      StepVerifier.create(
              store
                  .collection("x")
                  .writeAll(List.of(new Write.Insert("acme", new Document("_id", 1)))))
          .verifyError(StoreUnavailableException.class);
      StepVerifier.create(store.collection("x").insert("acme", new Document("_id", 1)))
          .verifyError(StoreUnavailableException.class);
    }
  }

  private void assertNamed(String workspace, String id, String name) {
    StepVerifier.create(
            things.findOne(workspace, eq("_id", id)).map(found -> found.getString("name")))
        .expectNext(name)
        .verifyComplete();
  }

  private void given(String workspace, String id, String name) {
    Mono<Void> insert = things.insert(workspace, new Document("_id", id).append("name", name));
    StepVerifier.create(insert).verifyComplete();
  }
}
