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
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.Band;
import rapport.health.alert.DayScore;
import rapport.health.portfolio.AccountHealth;
import rapport.runtime.outbox.NewsOutbox;
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

  private final Mono<WorkspaceCollection> collection;

  /**
   * An account as it was stored.
   *
   * @param version counts its evaluations
   * @param told the revision of the last event about it
   */
  public record Stored(AccountHealth account, long version, long told) {}

  /**
   * An account to be stored.
   *
   * @param before as it is there; absent when it is not
   */
  public record Change(
      StreamRef account,
      AccountHealth health,
      ZoneId zone,
      List<HealthEvent> events,
      @Nullable Stored before) {
    public Change {
      events = List.copyOf(events);
    }

    /** Whether anything but the time of the evaluation is another. */
    public boolean isNews() {
      return before == null
          || !events.isEmpty()
          || !health.at(before.account().at()).equals(before.account())
          || !health.weekChange(zone).equals(before.account().weekChange(zone));
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
                new Ready.Index(Indexes.ascending("workspace", "_id"), false),
                new Ready.Index(NewsOutbox.INDEXES.getFirst(), false),
                new Ready.Index(NewsOutbox.INDEXES.getLast(), false)));
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

  /** These accounts, as far as they were evaluated. */
  public Mono<Map<StreamRef, Stored>> findAll(Collection<StreamRef> accounts) {
    return found(accounts).map(Found::read);
  }

  /** Likewise, not understood yet. */
  public Mono<Found> found(Collection<StreamRef> accounts) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(
                in("_id", accounts.stream().map(StreamRef::key).toList()),
                Sorts.ascending("_id"),
                accounts.size()))
        .collectList()
        .map(Found::new);
  }

  /** Accounts as they lie in the store. To understand them takes time, wherever it is done. */
  public static final class Found {
    private final List<Document> documents;

    private Found(List<Document> documents) {
      this.documents = documents;
    }

    public Map<StreamRef, Stored> read() {
      return documents.stream()
          .collect(Collectors.toMap(it -> StreamRef.ofKey(it.getString("_id")), Healths::read));
    }
  }

  /** All accounts of the workspace that are scored. */
  public Flux<AccountHealth> listed(String workspace) {
    return all(workspace).filter(AccountHealth::listed);
  }

  /** All accounts of the workspace that were ever scored, also those that are customers no more. */
  public Flux<AccountHealth> all(String workspace) {
    return collection.flatMapMany(all -> Paged.all(all, workspace)).map(it -> read(it).account());
  }

  /** True when all of them were stored; otherwise somebody else evaluated one meanwhile. */
  public Mono<Boolean> save(List<Change> changes) {
    return collection.flatMap(all -> all.writeAll(changes.stream().map(Healths::write).toList()));
  }

  /** Adds scores of past days to what is known of an account, if anything is. */
  public Mono<Void> remember(StreamRef account, List<DayScore> past, ZoneId zone) {
    return find(account.workspace(), account.stream())
        .flatMap(stored -> {
          var health = stored.account().remembering(past);
          var change = new Change(account, health, zone, List.of(), stored);
          return change.isNews() ? save(List.of(change)) : Mono.just(true);
        })
        .filter(saved -> !saved)
        .flatMap(_ -> remember(account, past, zone));
  }

  private static Write write(Change change) {
    var ref = change.account();
    var fields = fields(change.health());
    var moved = new Document("change", change.health().weekChange(change.zone()).orElse(MISSING));
    moved.append("health", Json.of(change.health()));
    var before = change.before();
    var told = before == null ? 0 : before.told();
    var news = HealthTelling.news(ref, told, change.health().at(), change.events());
    if (before == null) {
      var document = HealthTelling.NEWS.first(news);
      document.putAll(fields);
      document.putAll(moved);
      return new Write.Insert(
          ref.workspace(), document.append("version", 1L).append("_id", ref.key()));
    }
    var was = fields(before.account());
    var updates = new ArrayList<Bson>();
    updates.add(set("version", before.version() + 1));
    moved.forEach((name, value) -> updates.add(set(name, value)));
    fields.forEach((name, value) -> {
      if (!Objects.equals(value, was.get(name))) {
        updates.add(set(name, value));
      }
    });
    updates.add(HealthTelling.NEWS.more(news));
    var same = and(eq(ref.key()), eq("version", before.version()));
    return new Write.Update(ref.workspace(), same, combine(updates));
  }

  private static Document fields(AccountHealth account) {
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
        .append("revenue", contract == null ? MISSING : contract.revenue())
        .append("renewalOn", contract == null ? "" : contract.renewalOn().toString())
        .append("churn", churn == null ? MISSING : churn.probability());
  }

  static Stored read(Document document) {
    return new Stored(
        Json.read(document.getString("health"), AccountHealth.class),
        document.getLong("version"),
        document.getLong("told"));
  }
}
