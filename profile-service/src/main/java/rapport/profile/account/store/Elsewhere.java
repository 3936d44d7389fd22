package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Refused;
import rapport.profile.account.store.AccountCollections.Thing;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/**
 * Contacts and deals are found by their ids alone, so a workspace has each of these only once. Who
 * tells of one that is listed elsewhere is refused; of several who tell of it in the same moment,
 * the index over what commits begin lets one through.
 */
@Component
final class Elsewhere {

  private final AccountCollections collections;

  Elsewhere(AccountCollections collections) {
    this.collections = collections;
  }

  /** The contacts and deals that the account has from these changes on, as commits name them. */
  static List<String> begun(String workspace, AccountState before, List<Change> changes) {
    return Stream.concat(contacts(before, changes), deals(before, changes))
        .map(it -> workspace + "/" + it.kind() + "/" + it.id())
        .distinct()
        .toList();
  }

  /**
   * Looks whether another account has what is new here.
   *
   * @return fails with {@link Refused} {@code contact-exists} or {@code deal-exists}
   */
  Mono<Void> refuse(String workspace, String account, AccountState before, List<Change> changes) {
    return refuse(workspace, account, Thing.CONTACT, contacts(before, changes).toList())
        .then(refuse(workspace, account, Thing.DEAL, deals(before, changes).toList()));
  }

  /** The same for a commit that was not let in, since the other one may not be listed yet. */
  Mono<Void> refuse(String workspace, Document commit) {
    var begun = commit.getList(Commit.BEGINS, String.class, List.of());
    var account = commit.getString("account");
    return collections
        .commits()
        .flatMap(all -> found(all, workspace, account, Commit.BEGINS, begun))
        .flatMap(there -> {
          var shared = there.getList(Commit.BEGINS, String.class).stream().filter(begun::contains);
          return refused(shared.findFirst().orElseThrow().split("/", -1)[1], there);
        });
  }

  private Mono<Void> refuse(String workspace, String account, Thing thing, List<Change> fresh) {
    if (fresh.isEmpty()) {
      return Mono.empty();
    }
    var keys = fresh.stream().map(it -> workspace + "/" + it.id()).distinct().toList();
    return collections
        .of(thing)
        .flatMap(all -> found(all, workspace, account, "_id", keys))
        .flatMap(there -> refused(fresh.getFirst().kind(), there));
  }

  private static Mono<Document> found(
      WorkspaceCollection all, String workspace, String account, String field, List<String> keys) {
    return all.findOne(workspace, and(in(field, keys), ne("account", account)));
  }

  private static Mono<Void> refused(String kind, Document there) {
    return Mono.error(
        new Refused(
            kind + "-exists",
            "Another account, "
                + there.getString("account")
                + ", has a "
                + kind
                + " with this id."));
  }

  private static Stream<Change> contacts(AccountState before, List<Change> changes) {
    return changes.stream()
        .filter(it -> it instanceof Change.OfContact && !before.contacts().containsKey(it.id()));
  }

  private static Stream<Change> deals(AccountState before, List<Change> changes) {
    return changes.stream()
        .filter(it -> it instanceof Change.OfDeal && !before.deals().containsKey(it.id()));
  }
}
