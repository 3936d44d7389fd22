package rapport.integrations.automation.input;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import rapport.contracts.Envelope;
import rapport.integrations.automation.engine.Intake;
import rapport.integrations.automation.engine.RunWorker;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far each stream was watched. Observations are taken before that is noted, so that none is
 * lost; one that is taken again changes nothing.
 */
final class WatchedViews<E> implements Views<Watched, E> {

  private final Mono<WorkspaceCollection> documents;
  private final String projection;
  private final Intake intake;
  private final RunWorker worker;

  WatchedViews(DocumentStore store, String projection, Intake intake, RunWorker worker) {
    this.documents =
        IndexedCollection.of(store, "automation_sources", List.of(Indexes.ascending("workspace")));
    this.projection = projection;
    this.intake = intake;
    this.worker = worker;
  }

  @Override
  public Mono<Versioned<Watched>> find(String workspace, String stream) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(found -> new Versioned<>(watched(found), found.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      Watched view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied) {
    return Flux.fromIterable(view.fresh())
        .filter(observation -> observation.rev() > expectedRev)
        .concatMap(observation -> intake.take(workspace, observation))
        .reduce(0, Integer::sum)
        .doOnNext(this::wake)
        .then(documents)
        .flatMap(all -> noted(all, workspace, stream, view, expectedRev, newRev));
  }

  private void wake(int runs) {
    if (runs > 0) {
      worker.wake();
    }
  }

  private Mono<Boolean> noted(
      WorkspaceCollection all,
      String workspace,
      String stream,
      Watched view,
      long expectedRev,
      long newRev) {
    var key = key(workspace, stream);
    var document =
        new Document("_id", key)
            .append("rev", newRev)
            .append("known", List.copyOf(view.known()))
            .append("facts", new Document(view.facts()))
            .append("ignored", view.ignored());
    return expectedRev == 0
        ? all.insert(workspace, document)
            .thenReturn(true)
            .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
        : all.replace(workspace, and(eq(key), eq("rev", expectedRev)), document);
  }

  private static Watched watched(Document document) {
    return new Watched(
        new TreeSet<>(document.getList("known", String.class)),
        new HashMap<>(document.get("facts", Document.class)),
        List.of(),
        document.getBoolean("ignored"));
  }

  private String key(String workspace, String stream) {
    return workspace + "/" + projection + "/" + stream;
  }
}
