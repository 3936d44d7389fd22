package rapport.integrations.automation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The automations of workspaces, with every text they have had. */
@Component
public class Workflows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Mono<WorkspaceCollection> documents;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  public Workflows(DocumentStore store) {
    this.documents =
        IndexedCollection.of(store, "workflows", List.of(Indexes.ascending("workspace", "name")));
  }

  /** Is told the workspace whenever one of its automations changed here. */
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** All of a workspace, by name. */
  public Flux<StoredWorkflow> all(String workspace) {
    return documents
        .flatMapMany(all -> all.find(workspace, empty(), Sorts.ascending("name")))
        .map(Workflows::stored);
  }

  /** Empty when there is none of that name. */
  public Mono<StoredWorkflow> find(String workspace, String name) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + name)))
        .map(Workflows::stored);
  }

  /**
   * Adds an automation.
   *
   * @return fails with {@link DuplicateKeyException} when its name is taken
   */
  public Mono<StoredWorkflow> add(String workspace, StoredWorkflow workflow) {
    return documents
        .flatMap(all -> all.insert(workspace, document(workspace, workflow)))
        .doOnSuccess(_ -> changed(workspace))
        .thenReturn(workflow);
  }

  /**
   * Stores what became of one.
   *
   * @param workflow one revision after the one that is stored
   * @return empty when it has moved meanwhile
   */
  public Mono<StoredWorkflow> replace(String workspace, StoredWorkflow workflow) {
    var guard = and(eq(workspace + "/" + workflow.name()), eq("rev", workflow.rev() - 1));
    return documents
        .flatMap(all -> all.replace(workspace, guard, document(workspace, workflow)))
        .filter(replaced -> replaced)
        .doOnNext(_ -> changed(workspace))
        .map(_ -> workflow);
  }

  private void changed(String workspace) {
    listeners.forEach(listener -> listener.accept(workspace));
  }

  private static Document document(String workspace, StoredWorkflow workflow) {
    return new Document("_id", workspace + "/" + workflow.name())
        .append("name", workflow.name())
        .append("rev", workflow.rev())
        .append("workflow", JSON.writeValueAsString(workflow));
  }

  private static StoredWorkflow stored(Document document) {
    return JSON.readValue(document.getString("workflow"), StoredWorkflow.class);
  }
}
