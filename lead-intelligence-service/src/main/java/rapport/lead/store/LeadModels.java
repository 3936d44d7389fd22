package rapport.lead.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.lead.learning.Model;
import rapport.runtime.store.JsonDocuments;
import reactor.core.publisher.Mono;

/** What was learned in each workspace. */
@Component
public final class LeadModels {

  private final Collections collections;

  LeadModels(Collections collections) {
    this.collections = collections;
  }

  /** Empty while nothing was. */
  public Mono<Model> find(String workspace) {
    return collections
        .models()
        .flatMap(all -> all.findOne(workspace, eq("_id", workspace)))
        .map(document -> JsonDocuments.read(document.get("model", Document.class), Model.class));
  }

  Mono<Void> put(String workspace, Model model) {
    return collections
        .models()
        .flatMap(all ->
            all.upsert(workspace, eq("_id", workspace), set("model", JsonDocuments.of(model))));
  }
}
