package rapport.runtime.projection;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The streams a projection cannot go on with, each with its reason. Their later events are left
 * with their owner until somebody releases the stream; all other streams go on.
 */
public final class Quarantine {

  /**
   * A stream set aside.
   *
   * @param consumer the projection
   * @param rev the revision that could not be folded; 0 when the record did not say
   * @param topic where the record was found, with its partition and offset
   */
  public record Entry(
      String consumer,
      String workspace,
      String stream,
      long rev,
      String topic,
      int partition,
      long offset,
      String reason,
      Instant at) {}

  private static final int MOST = 10_000;

  private final WorkspaceCollection entries;

  Quarantine(DocumentStore store) {
    this.entries = store.collection("quarantine");
  }

  Mono<Void> put(Entry entry) {
    return entries.upsert(
        entry.workspace(),
        eq("_id", id(entry.consumer(), new StreamRef(entry.workspace(), entry.stream()))),
        combine(
            set("consumer", entry.consumer()),
            set("stream", entry.stream()),
            set("rev", entry.rev()),
            set("topic", entry.topic()),
            set("partition", entry.partition()),
            set("offset", entry.offset()),
            set("reason", entry.reason()),
            set("at", entry.at())));
  }

  Mono<Entry> find(String consumer, StreamRef stream) {
    return entries
        .findOne(stream.workspace(), eq("_id", id(consumer, stream)))
        .map(Quarantine::entry);
  }

  Mono<Void> lift(String consumer, StreamRef stream) {
    return entries.delete(stream.workspace(), eq("_id", id(consumer, stream))).then();
  }

  /** Which of these streams the projection has set aside. */
  Mono<Set<StreamRef>> among(String consumer, Collection<StreamRef> streams) {
    var ids = streams.stream().map(stream -> id(consumer, stream)).toList();
    return entries
        .acrossWorkspaces(in("_id", ids), ascending("_id"), ids.size())
        .map(Quarantine::entry)
        .map(entry -> new StreamRef(entry.workspace(), entry.stream()))
        .collect(HashSet::new, Set::add);
  }

  /** How many streams the projection has set aside, in all workspaces. */
  Mono<Long> size(String consumer) {
    return entries.acrossWorkspaces(eq("consumer", consumer), ascending("_id"), MOST).count();
  }

  /** The streams of a workspace that any projection of this service has set aside. */
  public Flux<Entry> list(String workspace) {
    return entries.find(workspace, empty(), ascending("_id"), MOST).map(Quarantine::entry);
  }

  private static String id(String consumer, StreamRef stream) {
    return consumer + "|" + stream.key();
  }

  private static Entry entry(Document document) {
    return new Entry(
        document.getString("consumer"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("stream"),
        document.getLong("rev"),
        document.getString("topic"),
        document.getInteger("partition"),
        document.getLong("offset"),
        document.getString("reason"),
        document.getDate("at").toInstant());
  }
}
