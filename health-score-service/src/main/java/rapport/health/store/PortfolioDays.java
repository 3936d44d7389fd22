package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.health.report.Trend;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What all accounts of a workspace added up to at the end of each day. */
@Component
public final class PortfolioDays {

  private final Mono<WorkspaceCollection> collection;

  PortfolioDays(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "portfolio_days",
            List.of(new Ready.Index(Indexes.ascending("workspace", "day"), true)));
  }

  /**
   * Keeps the day's mean; doing it twice is harmless.
   *
   * @param scored how many accounts have a score that can be trusted
   * @param sum of their scores
   */
  public Mono<Void> save(String workspace, LocalDate day, int scored, double sum) {
    return collection.flatMap(all ->
        all.upsert(
            workspace,
            eq(workspace + "/" + day),
            Updates.combine(
                Updates.set("day", day.toString()),
                Updates.set("scored", scored),
                Updates.set("meanScore", scored == 0 ? null : sum / scored))));
  }

  /** The mean scores of these days, both inclusive, in order; days without any are not there. */
  public Flux<Trend.Point> of(String workspace, LocalDate from, LocalDate to) {
    var days = and(gte("day", from.toString()), lte("day", to.toString()), ne("meanScore", null));
    return collection
        .flatMapMany(all -> all.find(workspace, days, Sorts.ascending("day")))
        .map(
            it -> new Trend.Point(LocalDate.parse(it.getString("day")), it.getDouble("meanScore")));
  }
}
