package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.store.AccountCollections.Thing;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Accounts as they follow from their commits. Whoever reads one to change it brings what is listed
 * up to the last commit first, so nothing depends on the writer before having come to its end.
 */
@Component
final class Ledger {

  private final AccountCollections collections;
  private final AccountJson json;
  private final Views views;

  Ledger(AccountCollections collections, AccountJson json, Views views) {
    this.collections = collections;
    this.json = json;
    this.views = views;
  }

  /** The account as it is listed; {@link Head#NONE} when there is none. */
  Mono<Head> listed(String workspace, String account) {
    return collections
        .accounts()
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + account)))
        .map(this::head)
        .defaultIfEmpty(Head.NONE);
  }

  Head head(Document document) {
    return new Head(
        json.read(document.get("state", Document.class), AccountState.class),
        document.get("rev", Number.class).longValue());
  }

  /** The account after its last commit. */
  Mono<Head> latest(String workspace, String account) {
    return listed(workspace, account).flatMap(head -> caughtUp(workspace, account, head));
  }

  private Mono<Head> caughtUp(String workspace, String account, Head head) {
    return collections
        .commits()
        .flatMap(all -> all.findOne(workspace, eq(Commit.id(workspace, account, head.rev() + 1))))
        .flatMap(commit -> apply(workspace, head, commit))
        .flatMap(next -> caughtUp(workspace, account, next))
        .defaultIfEmpty(head);
  }

  /**
   * Stores what changed.
   *
   * @return fails with {@link DuplicateKeyException} when somebody else wrote meanwhile
   */
  Mono<Void> append(String workspace, Document commit) {
    return collections.commits().flatMap(all -> all.insert(workspace, commit));
  }

  /** Lists what a commit changed; doing it twice is harmless, doing it late as well. */
  Mono<Head> apply(String workspace, Head before, Document commit) {
    var account = commit.getString("account");
    var rev = Commit.lastRev(commit);
    var changes = commit.getList("changes", Document.class).stream().map(json::change).toList();
    var state = before.state();
    for (var change : changes) {
      state = state.with(change);
    }
    var after = new Head(state, rev);
    return Flux.fromArray(Thing.values())
        .concatMap(thing ->
            write(
                workspace,
                thing,
                listed(workspace, account, changes, thing, rev),
                before.rev() == 0))
        .then(collections.accounts())
        .flatMap(all ->
            put(all, workspace, views.account(workspace, after.state(), rev), before.rev(), rev))
        .then(applied(workspace, commit))
        .thenReturn(after);
  }

  /** Of a thing that a commit changes several times the last word counts. */
  private Collection<Document> listed(
      String workspace, String account, List<Change> changes, Thing thing, long rev) {
    var last = new LinkedHashMap<String, Document>();
    changes.stream()
        .flatMap(change -> views.of(workspace, account, change, rev).stream())
        .filter(view -> view.thing() == thing)
        .map(Views.View::document)
        .forEach(document -> last.put(document.getString("_id"), document));
    return last.values();
  }

  /**
   * Lists these documents. Those of a new account are most likely not there, and are inserted
   * without being looked for.
   */
  private Mono<Void> write(
      String workspace, Thing thing, Collection<Document> documents, boolean isNew) {
    if (documents.isEmpty()) {
      return Mono.empty();
    }
    var upserts = documents.stream().map(document -> upsert(workspace, document)).toList();
    var inserts =
        documents.stream()
            .map(document -> (Write) new Write.Insert(workspace, new Document(document)))
            .toList();
    return collections
        .of(thing)
        .flatMap(all ->
            (isNew ? all.writeAll(inserts) : Mono.just(false))
                .flatMap(done -> done ? Mono.just(true) : all.writeAll(upserts))
                .flatMap(done -> done ? Mono.empty() : each(all, upserts)));
  }

  /** One that somebody else has listed at a later revision stands in the way of those behind it. */
  private static Mono<Void> each(WorkspaceCollection all, List<Write> writes) {
    return Flux.fromIterable(writes).concatMap(write -> all.writeAll(List.of(write))).then();
  }

  private static Write upsert(String workspace, Document document) {
    var sets = new ArrayList<Bson>();
    document.forEach((field, value) -> {
      if (!field.equals("_id")) {
        sets.add(Updates.set(field, value));
      }
    });
    var older = and(eq(document.getString("_id")), lt("rev", document.get("rev")));
    return new Write.Upsert(workspace, older, Updates.combine(sets));
  }

  private static Mono<Boolean> put(
      WorkspaceCollection all, String workspace, Document document, long expected, long rev) {
    return expected == 0
        ? all.insert(workspace, document)
            .thenReturn(true)
            .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
        : all.replace(workspace, and(eq(document.getString("_id")), lt("rev", rev)), document);
  }

  private Mono<Boolean> applied(String workspace, Document commit) {
    return collections
        .commits()
        .flatMap(all ->
            all.update(workspace, eq(commit.getString("_id")), Updates.set("applied", true)));
  }
}
