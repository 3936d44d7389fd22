package rapport.integrations.automation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.Observation;
import rapport.integrations.store.Cleaning;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What was observed in the last 90 days, to try automations on. */
@Component
public class Observations {

  /** How far back an automation can be tried. */
  public static final Duration KEPT = Duration.ofDays(90);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Mono<WorkspaceCollection> documents;

  public Observations(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store,
            "automation_observations",
            List.of(Indexes.ascending("workspace", "type", "at"), Indexes.ascending("at")));
  }

  /** Keeps an observation; once, however often it is made. */
  public Mono<Void> add(String workspace, Observation observation) {
    var subject = observation.subject();
    var id =
        String.join(
            "/",
            workspace,
            observation.source(),
            String.valueOf(observation.rev()),
            subject.type(),
            subject.id());
    var document =
        new Document("_id", id)
            .append("type", subject.type())
            .append("at", Date.from(observation.at()))
            .append("observation", JSON.writeValueAsString(observation));
    return documents
        .flatMap(all -> all.insert(workspace, document))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  /** Those of subjects of a type since then, in the order of time. */
  public Flux<Observation> since(String workspace, String type, Instant since, int limit) {
    var filter = and(eq("type", type), gte("at", Date.from(since)));
    return documents
        .flatMapMany(all -> all.find(workspace, filter, Sorts.ascending("at", "_id"), limit))
        .map(document -> JSON.readValue(document.getString("observation"), Observation.class));
  }

  /** Forgets some of what is older than that; true when there may be more. */
  public Mono<Boolean> dropBefore(Instant oldest) {
    return documents.flatMap(all -> Cleaning.drop(all, lt("at", Date.from(oldest)), "at"));
  }
}
