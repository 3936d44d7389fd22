package rapport.health.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.health.model.ModelFile;
import rapport.health.model.WorkspaceModel;
import rapport.health.score.ChurnModel;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** How each workspace scores: every version of its file, and its churn model. */
@Component
public final class Models {

  private final Mono<WorkspaceCollection> files;
  private final WorkspaceCollection churns;

  Models(DocumentStore store) {
    this.files =
        Ready.collection(
            store,
            "models",
            List.of(new Ready.Index(Indexes.ascending("workspace", "version"), true)));
    this.churns = store.collection("churn_models");
  }

  /** The model in force; the standard one for a workspace that never said anything. */
  public Mono<WorkspaceModel> of(String workspace) {
    return Mono.zip(file(workspace), churn(workspace))
        .map(both -> {
          var file = both.getT1();
          return new WorkspaceModel(file.zone(), file.model(), both.getT2());
        });
  }

  private Mono<ModelFile.Read> file(String workspace) {
    return files
        .flatMap(all -> all.find(workspace, new Document(), Sorts.descending("version"), 1).next())
        .map(it -> ModelFile.read(it.getString("yaml"), it.getLong("version")))
        .defaultIfEmpty(
            new ModelFile.Read(
                WorkspaceModel.STANDARD.scoring(), WorkspaceModel.STANDARD.zone(), List.of()));
  }

  private Mono<ChurnModel> churn(String workspace) {
    return churns
        .findOne(workspace, eq(workspace))
        .map(it -> Json.read(it.getString("model"), ChurnModel.class))
        .defaultIfEmpty(ChurnModel.PRIOR);
  }

  /**
   * Puts a file in force.
   *
   * @param version one more than the version in force
   * @return false when somebody else was first
   */
  public Mono<Boolean> save(String workspace, String yaml, long version, String by, Instant at) {
    var document =
        new Document("_id", workspace + "/" + version)
            .append("version", version)
            .append("yaml", yaml)
            .append("by", by)
            .append("at", Date.from(at));
    return files
        .flatMap(all -> all.insert(workspace, document))
        .thenReturn(true)
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
  }

  public Mono<Void> save(String workspace, ChurnModel model) {
    return churns.upsert(workspace, eq(workspace), Updates.set("model", Json.of(model)));
  }
}
