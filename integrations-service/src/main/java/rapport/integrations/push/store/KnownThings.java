package rapport.integrations.push.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Known;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.JsonDocuments;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of what can be pushed, each source for itself. A document whose change nobody has
 * passed on yet says so, and what for: {@code owed}.
 */
@Component
public final class KnownThings {

  static final String OWED = "owed";

  private final Mono<WorkspaceCollection> documents;

  public KnownThings(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store,
            "crm_known",
            List.of(Indexes.ascending(OWED), Indexes.ascending("workspace", "source")));
  }

  /**
   * Something whose change is to be passed on.
   *
   * @param why what it was owed for when that was seen
   */
  public record Owed(String workspace, String source, String id, String why) {}

  /** What a source knows of a stream, as it is kept. */
  static Document document(String source, String stream, Known known, long rev) {
    return new Document("source", source)
        .append("stream", stream)
        .append("rev", rev)
        .append("known", JsonDocuments.of(known))
        .append(OWED, "rev " + rev);
  }

  static Known read(Document document) {
    return JsonDocuments.read(document.get("known", Document.class), Known.class);
  }

  static String key(String workspace, String source, String stream) {
    return workspace + "/" + source + "/" + stream;
  }

  Mono<WorkspaceCollection> documents() {
    return documents;
  }

  /** What a source knows of those, by their ids. */
  public Mono<Map<String, Known>> of(String workspace, String source, Collection<String> ids) {
    var keys = ids.stream().map(id -> key(workspace, source, id)).toList();
    return documents
        .flatMapMany(all ->
            all.find(workspace, in("_id", keys), Sorts.ascending("_id"), Math.max(1, keys.size())))
        .collectMap(document -> document.getString("stream"), KnownThings::read);
  }

  /** What is to be passed on. */
  public Flux<Owed> owed(int limit) {
    return documents
        .flatMapMany(all -> all.acrossWorkspaces(gt(OWED, ""), Sorts.ascending(OWED), limit))
        .map(document ->
            new Owed(
                document.getString(WorkspaceCollection.WORKSPACE),
                document.getString("source"),
                document.getString("stream"),
                document.getString(OWED)));
  }

  /** Those were passed on; what has changed meanwhile stays owed. */
  public Mono<Void> passedOn(List<Owed> owed) {
    List<Write> writes =
        owed.stream()
            .<Write>map(each ->
                new Write.Update(
                    each.workspace(),
                    and(eq(key(each.workspace(), each.source(), each.id())), eq(OWED, each.why())),
                    unset(OWED)))
            .toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  /** Everything of those sources is to be passed on, since somebody wants it now. */
  public Mono<Void> oweAll(String workspace, Collection<String> sources) {
    var all = and(eq(WorkspaceCollection.WORKSPACE, workspace), in("source", sources));
    return documents.flatMap(
        each -> each.updateAcrossWorkspaces(all, set(OWED, "all " + UUID.randomUUID())));
  }
}
