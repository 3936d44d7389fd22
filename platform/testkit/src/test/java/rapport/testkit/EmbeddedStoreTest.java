package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EmbeddedStoreTest {

  @Test
  void keeps_documents_and_forgets_them_when_closed() {
    int port;
    try (var store = EmbeddedStore.start()) {
      port = store.port();
      assertThat(insertAndCount(store.uri())).isEqualTo(1);
      assertThat(insertAndCount(store.uri())).isEqualTo(2);
    }
    try (var store = EmbeddedStore.startOn(port)) {
      assertThat(insertAndCount(store.uri())).isEqualTo(1);
    }
  }

  private static long insertAndCount(String uri) {
    try (var client = MongoClients.create(uri)) {
      var documents = client.getDatabase("test").getCollection("things");
      return Mono.from(documents.insertOne(new Document("name", "thing")))
          .then(Mono.from(documents.countDocuments()))
          .blockOptional()
          .orElseThrow();
    }
  }
}
