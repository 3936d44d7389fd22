package rapport.runtime.store;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * A service's own database. A write is acknowledged when a majority has it in its journal; reads go
 * to the primary.
 */
public final class DocumentStore {

  private final MongoDatabase database;
  private final Set<String> collections = ConcurrentHashMap.newKeySet();

  public DocumentStore(MongoClient client, String database) {
    this.database =
        client
            .getDatabase(database)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.LOCAL)
            .withReadPreference(ReadPreference.primary());
  }

  public WorkspaceCollection collection(String name) {
    collections.add(name);
    return new WorkspaceCollection(database.getCollection(name));
  }

  /** The names of all that were asked for. */
  public Set<String> collections() {
    return Set.copyOf(collections);
  }

  /** Completes when the store answers; fails with {@link StoreUnavailableException} otherwise. */
  public Mono<Void> ready() {
    return Mono.from(database.runCommand(new Document("ping", 1)))
        .onErrorMap(StoreFailures::translate)
        .then();
  }

  /**
   * Has the store give back the places of what was removed. The embedded store does so for all it
   * has, in the background, and wipes them; MongoDB for the one collection, while others wait.
   */
  public Mono<Void> compact(String collection) {
    return Mono.from(database.runCommand(new Document("compact", collection)))
        .onErrorMap(StoreFailures::translate)
        .then();
  }
}
