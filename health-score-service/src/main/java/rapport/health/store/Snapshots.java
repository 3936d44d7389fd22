package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.health.portfolio.AccountHealth;
import rapport.health.score.Health;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How accounts did at the end of each day they were evaluated on. */
@Component
public final class Snapshots {

  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> collection;

  /** An account's health on a day; no score while there was too little data. */
  public record Snapshot(
      String account, LocalDate day, @Nullable Double score, boolean provisional, Health health) {}

  Snapshots(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "snapshots",
            List.of(
                new Ready.Index(Indexes.ascending("workspace", "account", "day"), false),
                new Ready.Index(Indexes.ascending("workspace", "day"), false)));
  }

  /** Keeps these as the last of their day; doing it twice is harmless. */
  public Mono<Void> save(String workspace, LocalDate day, List<AccountHealth> accounts) {
    var writes =
        accounts.stream()
            .<Write>map(account ->
                new Write.Upsert(
                    workspace,
                    eq(new StreamRef(workspace, account.account()).key() + "/" + day),
                    Updates.combine(updates(day, account))))
            .toList();
    return collection.flatMap(all -> all.writeAll(writes)).then();
  }

  private static List<Bson> updates(LocalDate day, AccountHealth account) {
    var updates = new ArrayList<Bson>();
    updates.add(Updates.set("account", account.account()));
    updates.add(Updates.set("day", day.toString()));
    updates.add(Updates.set("score", account.score().orElse(null)));
    updates.add(Updates.set("provisional", account.health().isProvisional()));
    updates.add(Updates.set("health", Json.of(account.health())));
    return updates;
  }

  /** The days of an account, both inclusive, in order. */
  public Flux<Snapshot> of(String workspace, String account, LocalDate from, LocalDate to) {
    var days = and(eq("account", account), gte("day", from.toString()), lte("day", to.toString()));
    return find(workspace, days, Sorts.ascending("day"), ALL);
  }

  /** The newest day of an account that is not after that one. */
  public Mono<Snapshot> at(String workspace, String account, LocalDate day) {
    var filter = and(eq("account", account), lte("day", day.toString()));
    return find(workspace, filter, Sorts.descending("day"), 1).next();
  }

  /** Every account on that day. */
  public Flux<Snapshot> on(String workspace, LocalDate day) {
    return find(workspace, eq("day", day.toString()), Sorts.ascending("account"), ALL);
  }

  private Flux<Snapshot> find(String workspace, Bson filter, Bson sort, int limit) {
    return collection
        .flatMapMany(all -> all.find(workspace, filter, sort, limit))
        .map(Snapshots::read);
  }

  private static Snapshot read(Document document) {
    return new Snapshot(
        document.getString("account"),
        LocalDate.parse(document.getString("day")),
        document.getDouble("score"),
        document.getBoolean("provisional"),
        Json.read(document.getString("health"), Health.class));
  }
}
