package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.AccountSignal;
import rapport.contracts.Envelope;
import rapport.health.account.AccountFacts;
import rapport.runtime.projection.RebuildableViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of accounts: one document for each, with {@code due} while it has not been
 * evaluated since it changed.
 */
@Component
public final class AccountViews implements RebuildableViews<AccountFacts, AccountSignal> {

  private final Mono<WorkspaceCollection> collection;
  private final List<Consumer<StreamRef>> watchers = new CopyOnWriteArrayList<>();

  AccountViews(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "account_facts",
            List.of(
                new Ready.Index(Indexes.ascending("due"), false),
                new Ready.Index(Indexes.ascending("workspace", "_id"), false)));
  }

  /** Has every account told that changes, right after it was stored. */
  public void onChange(Consumer<StreamRef> watcher) {
    watchers.add(watcher);
  }

  @Override
  public Mono<Versioned<AccountFacts>> find(String workspace, String stream) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(new StreamRef(workspace, stream).key())))
        .map(AccountViews::versioned);
  }

  @Override
  public Mono<Map<StreamRef, Versioned<AccountFacts>>> findAll(Collection<StreamRef> streams) {
    return these(streams)
        .map(batch ->
            batch.documents.stream()
                .collect(Collectors.toMap(AccountViews::ref, AccountViews::versioned)));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      AccountFacts view,
      long expectedRev,
      long newRev,
      List<Envelope<AccountSignal>> applied) {
    var ref = new StreamRef(workspace, stream);
    return saveAll(List.of(new Change<>(ref, view, expectedRev, newRev, applied)));
  }

  @Override
  public Mono<Boolean> saveAll(List<Change<AccountFacts, AccountSignal>> changes) {
    return collection
        .flatMap(all -> all.writeAll(changes.stream().map(AccountViews::write).toList()))
        .doOnTerminate(
            () -> // some may be saved although not all are
            changes.forEach(
                    change -> watchers.forEach(watcher -> watcher.accept(change.stream()))));
  }

  @Override
  public boolean agree(AccountFacts stored, AccountFacts folded) {
    return stored.equals(Json.read(Json.of(folded), AccountFacts.class));
  }

  /** It is due, as if it had changed. */
  @Override
  public Mono<Boolean> rewrite(StreamRef stream, AccountFacts folded, long rev) {
    return collection
        .flatMap(all -> all.writeAll(List.of(replacing(stream, folded, rev, rev))))
        .doOnNext(_ -> watchers.forEach(watcher -> watcher.accept(stream)));
  }

  private static Write write(Change<AccountFacts, AccountSignal> change) {
    var stream = change.stream();
    return change.expectedRev() == 0
        ? new Write.Insert(stream.workspace(), document(stream, change.view(), change.newRev()))
        : replacing(stream, change.view(), change.expectedRev(), change.newRev());
  }

  private static Write replacing(
      StreamRef stream, AccountFacts view, long expectedRev, long newRev) {
    var at = and(eq(stream.key()), eq("rev", expectedRev));
    return new Write.Replace(stream.workspace(), at, document(stream, view, newRev));
  }

  private static Document document(StreamRef stream, AccountFacts view, long rev) {
    return new Document("_id", stream.key())
        .append("rev", rev)
        .append("due", true)
        .append("facts", Json.of(view));
  }

  /** Says that these have been evaluated as they stood at these revisions. */
  public Mono<Void> evaluated(Map<StreamRef, Long> revs) {
    var writes =
        revs.entrySet().stream()
            .<Write>map(it ->
                new Write.Update(
                    it.getKey().workspace(),
                    and(eq(it.getKey().key()), eq("rev", it.getValue()), eq("due", true)),
                    set("due", false)))
            .toList();
    return collection.flatMap(all -> all.writeAll(writes)).then();
  }

  /** Has these accounts evaluated again, whatever happens to whoever asks for it. */
  public Mono<Void> makeDue(Collection<StreamRef> accounts) {
    return collection.flatMap(all ->
        all.updateAcrossWorkspaces(
            in("_id", accounts.stream().map(StreamRef::key).toList()), set("due", true)));
  }

  /** Accounts of all workspaces that are to be evaluated, in the order of their keys. */
  public Mono<Batch> due(int limit) {
    return collection
        .flatMapMany(all -> all.acrossWorkspaces(eq("due", true), Sorts.ascending("_id"), limit))
        .collectList()
        .map(Batch::new);
  }

  /** These accounts, as far as anything is known of them. */
  public Mono<Batch> these(Collection<StreamRef> accounts) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(
                in("_id", accounts.stream().map(StreamRef::key).toList()),
                Sorts.ascending("_id"),
                accounts.size()))
        .collectList()
        .map(Batch::new);
  }

  /** Every workspace that has an account. */
  public Flux<String> workspaces() {
    return nextWorkspace("").expand(this::nextWorkspace);
  }

  private Mono<String> nextWorkspace(String after) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(
                gt(WorkspaceCollection.WORKSPACE, after),
                Sorts.ascending(WorkspaceCollection.WORKSPACE),
                1))
        .next()
        .map(it -> it.getString(WorkspaceCollection.WORKSPACE));
  }

  /**
   * All accounts of a workspace in the order of their ids, so many at a time.
   *
   * @param after the id after which to begin; empty for the beginning
   */
  public Flux<Batch> inBatches(String workspace, String after, int size) {
    return next(workspace, after, size).expand(batch -> next(workspace, batch.last(), size));
  }

  private Mono<Batch> next(String workspace, String after, int size) {
    return collection
        .flatMapMany(all ->
            all.find(
                workspace,
                gt("_id", new StreamRef(workspace, after).key()),
                Sorts.ascending("_id"),
                size))
        .collectList()
        .filter(found -> !found.isEmpty())
        .map(Batch::new);
  }

  /**
   * What is known of an account.
   *
   * @param due whether it was not evaluated since it was told
   */
  public record Known(AccountFacts facts, long rev, boolean due) {}

  /** Some accounts as they lie in the store. To understand them takes time, wherever it is done. */
  public static final class Batch {
    private final List<Document> documents;

    private Batch(List<Document> documents) {
      this.documents = documents;
    }

    public List<StreamRef> accounts() {
      return documents.stream().map(AccountViews::ref).toList();
    }

    /** The id of the last one; of an empty batch there is none. */
    public String last() {
      return ref(documents.getLast()).stream();
    }

    /** What is known of each. */
    public Map<StreamRef, Known> read() {
      var known = new LinkedHashMap<StreamRef, Known>();
      for (var document : documents) {
        var versioned = versioned(document);
        known.put(
            ref(document),
            new Known(versioned.view(), versioned.rev(), document.getBoolean("due", false)));
      }
      return known;
    }
  }

  private static StreamRef ref(Document document) {
    return StreamRef.ofKey(document.getString("_id"));
  }

  private static Versioned<AccountFacts> versioned(Document document) {
    return new Versioned<>(
        Json.read(document.getString("facts"), AccountFacts.class), document.getLong("rev"));
  }
}
