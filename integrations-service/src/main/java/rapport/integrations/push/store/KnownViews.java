package rapport.integrations.push.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import rapport.contracts.Envelope;
import rapport.integrations.push.Known;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Mono;

/**
 * What one source knows, each stream for itself. That somebody may have to be told of a change is
 * stored together with the change, so neither is there without the other.
 */
public final class KnownViews<E> implements Views<Known, E> {

  private final KnownThings things;
  private final String source;

  public KnownViews(KnownThings things, String source) {
    this.things = things;
    this.source = source;
  }

  @Override
  public Mono<Versioned<Known>> find(String workspace, String stream) {
    return things
        .documents()
        .flatMap(all -> all.findOne(workspace, eq(KnownThings.key(workspace, source, stream))))
        .map(KnownViews::versioned);
  }

  @Override
  public Mono<Map<StreamRef, Versioned<Known>>> findAll(Collection<StreamRef> streams) {
    var keys = streams.stream().map(this::key).toList();
    return things
        .documents()
        .flatMapMany(
            all -> all.acrossWorkspaces(in("_id", keys), Sorts.ascending("_id"), keys.size()))
        .collectMap(
            document ->
                new StreamRef(document.getString("workspace"), document.getString("stream")),
            KnownViews::versioned);
  }

  private static Versioned<Known> versioned(Document document) {
    return new Versioned<>(KnownThings.read(document), document.getLong("rev"));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      Known view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied) {
    return saveAll(
        List.of(
            new Change<>(new StreamRef(workspace, stream), view, expectedRev, newRev, applied)));
  }

  @Override
  public Mono<Boolean> saveAll(List<Change<Known, E>> changes) {
    return things
        .documents()
        .flatMap(all -> all.writeAll(changes.stream().map(this::write).toList()));
  }

  private Write write(Change<Known, E> change) {
    var workspace = change.stream().workspace();
    var key = key(change.stream());
    var document =
        KnownThings.document(source, change.stream().stream(), change.view(), change.newRev())
            .append("_id", key);
    return change.expectedRev() == 0
        ? new Write.Insert(workspace, document)
        : new Write.Replace(workspace, and(eq(key), eq("rev", change.expectedRev())), document);
  }

  private String key(StreamRef stream) {
    return KnownThings.key(stream.workspace(), source, stream.stream());
  }
}
