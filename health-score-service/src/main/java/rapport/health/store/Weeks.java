package rapport.health.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.health.engagement.EngagementWeek;
import rapport.health.job.Period;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much the accounts of a workspace and we talked in each week. */
@Component
public final class Weeks {

  private final Mono<WorkspaceCollection> collection;

  /** A week, from Monday. */
  public record Week(LocalDate from, EngagementWeek engagement) {}

  Weeks(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "engagement_weeks",
            List.of(new Ready.Index(Indexes.ascending("workspace", "from"), true)));
  }

  /** Keeps a week; doing it twice is harmless. */
  public Mono<Void> save(String workspace, Period week, EngagementWeek engagement) {
    return collection.flatMap(all ->
        all.upsert(
            workspace,
            eq(workspace + "/" + week.from()),
            Updates.combine(
                Updates.set("from", week.from().toString()),
                Updates.set("engagement", Json.of(engagement)))));
  }

  /** The newest weeks, the latest first. */
  public Flux<Week> newest(String workspace, int most) {
    return collection
        .flatMapMany(all -> all.find(workspace, new Document(), Sorts.descending("from"), most))
        .map(it ->
            new Week(
                LocalDate.parse(it.getString("from")),
                Json.read(it.getString("engagement"), EngagementWeek.class)));
  }
}
