package rapport.runtime.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.EventCatalog;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;

/** A collection of documents with news, in a database of its own. */
final class NewsBench implements AutoCloseable {

  static final News<ConversationEvent> NEWS = new News<>(EventCatalog.CONVERSATION);

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store =
      new DocumentStore(client, "news_" + UUID.randomUUID().toString().replace("-", ""));

  NewsOutbox outbox(String collection) {
    return new NewsOutbox(
        collection, Mono.just(documents(collection)), EventCatalog.CONVERSATION.topic());
  }

  WorkspaceCollection documents(String collection) {
    return store.collection(collection);
  }

  /** Adds news of so many events to a document, as whoever read it a moment ago would. */
  void tell(String collection, String stream, int events, Instant at) {
    var ref = new StreamRef("acme", stream);
    var told = told(collection, ref);
    var said =
        IntStream.rangeClosed(1, events)
            .mapToObj(i -> new MessageReceived("m", "text " + (told + i)))
            .toList();
    var news = News.<ConversationEvent>next(ref, told, at, null, said);
    var all = documents(collection);
    var stored =
        told == 0
            ? all.insert("acme", NEWS.first(news).append("_id", ref.key())).thenReturn(true)
            : all.update("acme", and(eq(ref.key()), eq("told", told)), NEWS.more(news));
    if (!requireNonNull(stored.block())) {
      throw new IllegalStateException(ref + " moved");
    }
  }

  private long told(String collection, StreamRef ref) {
    var document = documents(collection).findOne("acme", eq(ref.key())).block();
    return document == null ? 0 : document.getLong("told");
  }

  Document document(String collection, String stream) {
    return requireNonNull(
        documents(collection).findOne("acme", eq(new StreamRef("acme", stream).key())).block());
  }

  @Override
  public void close() {
    client.close();
  }
}
