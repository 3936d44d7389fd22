package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.Band;
import rapport.health.portfolio.AccountHealth;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How accounts do: one document for each, with what lists are sorted and chosen by beside it. What
 * is missing sorts as if it were lowest.
 */
@Component
public final class Healths {

  /** Stands for a missing number, since a list goes on after one. */
  static final double MISSING = -1e12;

  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> collection;

  /**
   * An account as it was stored.
   *
   * @param version counts its evaluations
   * @param told the revision of the last event about it
   */
  public record Stored(AccountHealth account, long version, long told) {}

  /** An account to be stored, in the place of {@code before} when there is one. */
  public record Change(
      StreamRef account,
      AccountHealth health,
      ZoneId zone,
      List<HealthEvent> events,
      long version,
      long told) {
    public Change {
      events = List.copyOf(events);
    }
  }

  Healths(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "health",
            List.of(
                index("score"),
                index("name"),
                index("revenue"),
                index("renewalOn"),
                index("change"),
                index("churn"),
                new Ready.Index(Indexes.ascending("pending", "_id"), false)));
  }

  private static Ready.Index index(String field) {
    return new Ready.Index(Indexes.ascending("workspace", "listed", field, "_id"), false);
  }

  Mono<WorkspaceCollection> collection() {
    return collection;
  }

  public Mono<Stored> find(String workspace, String account) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(new StreamRef(workspace, account).key())))
        .map(Healths::read);
  }

  public Mono<Map<StreamRef, Stored>> findAll(Collection<StreamRef> accounts) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(
                in("_id", accounts.stream().map(StreamRef::key).toList()),
                Sorts.ascending("_id"),
                accounts.size()))
        .collectMap(it -> StreamRef.ofKey(it.getString("_id")), Healths::read);
  }

  /** All accounts of the workspace that are scored. */
  public Flux<AccountHealth> listed(String workspace) {
    return listed(workspace, new Document(), Sorts.ascending("_id"), ALL);
  }

  /** All accounts of the workspace that were ever scored, also those that are customers no more. */
  public Flux<AccountHealth> all(String workspace) {
    return collection
        .flatMapMany(all -> all.find(workspace, new Document(), Sorts.ascending("_id"), ALL))
        .map(it -> read(it).account());
  }

  Flux<AccountHealth> listed(String workspace, Bson filter, Bson sort, int limit) {
    return collection
        .flatMapMany(all -> all.find(workspace, and(eq("listed", true), filter), sort, limit))
        .map(it -> read(it).account());
  }

  /** True when all of them were stored; otherwise somebody else evaluated one meanwhile. */
  public Mono<Boolean> save(List<Change> changes) {
    return collection.flatMap(all -> all.writeAll(changes.stream().map(Healths::write).toList()));
  }

  private static Write write(Change change) {
    var ref = change.account();
    var fields = fields(change.health(), change.zone()).append("version", change.version() + 1);
    var at = change.health().at();
    if (change.version() == 0) {
      var document = NewsDocuments.begin(ref, change.events(), at);
      document.putAll(fields);
      return new Write.Insert(ref.workspace(), document.append("_id", ref.key()));
    }
    var updates = new ArrayList<Bson>();
    fields.forEach((name, value) -> updates.add(set(name, value)));
    updates.addAll(NewsDocuments.more(ref, change.told(), change.events(), at));
    var same = and(eq(ref.key()), eq("version", change.version()));
    return new Write.Update(ref.workspace(), same, combine(updates));
  }

  private static Document fields(AccountHealth account, ZoneId zone) {
    var contract = account.contract();
    var churn = account.churn();
    return new Document("account", account.account())
        .append("listed", account.listed())
        .append("name", account.name().toLowerCase(Locale.ROOT))
        .append("segment", account.segment())
        .append("owner", account.owner())
        .append("score", account.score().orElse(MISSING))
        .append("band", account.band().map(Band::wire).orElse(null))
        .append("provisional", account.health().isProvisional())
        .append("change", account.weekChange(zone).orElse(MISSING))
        .append("revenue", contract == null ? MISSING : contract.revenue())
        .append("renewalOn", contract == null ? "" : contract.renewalOn().toString())
        .append("churn", churn == null ? MISSING : churn.probability())
        .append("health", Json.of(account));
  }

  static Stored read(Document document) {
    return new Stored(
        Json.read(document.getString("health"), AccountHealth.class),
        document.getLong("version"),
        document.getLong("told"));
  }
}
