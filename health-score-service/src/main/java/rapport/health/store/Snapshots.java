package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** How accounts did at the end of each day. */
@Component
public final class Snapshots {

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
                new Ready.Index(Indexes.ascending("workspace", "day", "_id"), false)));
  }

  /** Keeps these as the last of their day; doing it twice is harmless. */
  public Mono<Void> save(String workspace, LocalDate day, List<AccountHealth> accounts) {
    var inserts = accounts.stream().<Write>map(account -> insert(workspace, day, account)).toList();
    return collection
        .flatMap(all -> all.writeAll(inserts))
        .flatMap(saved -> saved ? Mono.empty() : overwrite(workspace, day, accounts));
  }

  /** Keeps days nobody has kept, in one write; what somebody keeps meanwhile stays as it is. */
  public Mono<Void> add(String workspace, Map<LocalDate, List<AccountHealth>> days) {
    var inserts =
        days.entrySet().stream()
            .flatMap(day ->
                day.getValue().stream()
                    .<Write>map(account -> insert(workspace, day.getKey(), account)))
            .toList();
    return inserts.isEmpty()
        ? Mono.empty()
        : collection.flatMap(all ->
            all.writeAll(inserts)
                .flatMap(saved -> saved ? Mono.<Void>empty() : addEach(all, inserts)));
  }

  private static Mono<Void> addEach(WorkspaceCollection all, List<Write> inserts) {
    return Flux.fromIterable(inserts).concatMap(it -> all.writeAll(List.of(it))).then();
  }

  private static Write insert(String workspace, LocalDate day, AccountHealth account) {
    var document = fields(day, account);
    return new Write.Insert(
        workspace, document.append("_id", id(workspace, account.account(), day)));
  }

  /** Some of them are there already. */
  private Mono<Void> overwrite(String workspace, LocalDate day, List<AccountHealth> accounts) {
    var writes =
        accounts.stream()
            .<Write>map(account ->
                new Write.Upsert(
                    workspace,
                    eq(id(workspace, account.account(), day)),
                    new Document("$set", fields(day, account))))
            .toList();
    return collection.flatMap(all -> all.writeAll(writes)).then();
  }

  private static String id(String workspace, String account, LocalDate day) {
    return new StreamRef(workspace, account).key() + "/" + day;
  }

  private static Document fields(LocalDate day, AccountHealth account) {
    return new Document("account", account.account())
        .append("day", day.toString())
        .append("score", account.score().orElse(null))
        .append("provisional", account.health().isProvisional())
        .append("health", Json.of(account.health()));
  }

  /**
   * Removes some of what was kept before a day, in no order.
   *
   * @return how many were removed
   */
  public Mono<Long> remove(String workspace, LocalDate before, int most) {
    return collection.flatMap(all ->
        all.find(workspace, lt("day", before.toString()), new Document(), most)
            .map(it -> it.getString("_id"))
            .collectList()
            .flatMap(
                ids -> ids.isEmpty() ? Mono.just(0L) : all.deleteAll(workspace, in("_id", ids))));
  }

  /** The days of an account, both inclusive, in order. */
  public Flux<Snapshot> of(String workspace, String account, LocalDate from, LocalDate to) {
    var days = and(eq("account", account), gte("day", from.toString()), lte("day", to.toString()));
    return find(workspace, days, Sorts.ascending("day"));
  }

  /** The newest day of an account that is not after that one. */
  public Mono<Snapshot> at(String workspace, String account, LocalDate day) {
    var filter = and(eq("account", account), lte("day", day.toString()));
    return collection
        .flatMapMany(all -> all.find(workspace, filter, Sorts.descending("day"), 1))
        .next()
        .map(Snapshots::read);
  }

  /** These accounts on these days, as far as they were kept; at most 1,000 together. */
  public Flux<Snapshot> on(String workspace, List<String> accounts, List<LocalDate> days) {
    var ids =
        accounts.stream()
            .flatMap(account -> days.stream().map(day -> id(workspace, account, day)))
            .toList();
    return find(workspace, in("_id", ids), Sorts.ascending("_id"));
  }

  private Flux<Snapshot> find(String workspace, Bson filter, Bson sort) {
    return collection.flatMapMany(all -> all.find(workspace, filter, sort)).map(Snapshots::read);
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
