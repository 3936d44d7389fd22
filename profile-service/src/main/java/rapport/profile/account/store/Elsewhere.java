package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.util.List;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Refused;
import rapport.profile.account.store.AccountCollections.Thing;
import reactor.core.publisher.Mono;

/** Contacts and deals are found by their ids alone, so a workspace has each of these only once. */
@Component
final class Elsewhere {

  private final AccountCollections collections;

  Elsewhere(AccountCollections collections) {
    this.collections = collections;
  }

  /**
   * Looks whether another account has what is new here.
   *
   * @return fails with {@link Refused} {@code contact-exists} or {@code deal-exists}
   */
  Mono<Void> refuse(String workspace, String account, AccountState before, List<Change> changes) {
    var contacts =
        changes.stream()
            .filter(it -> it instanceof Change.OfContact && !before.contacts().containsKey(it.id()))
            .toList();
    var deals =
        changes.stream()
            .filter(it -> it instanceof Change.OfDeal && !before.deals().containsKey(it.id()))
            .toList();
    return refuse(workspace, account, Thing.CONTACT, contacts)
        .then(refuse(workspace, account, Thing.DEAL, deals));
  }

  private Mono<Void> refuse(String workspace, String account, Thing thing, List<Change> fresh) {
    if (fresh.isEmpty()) {
      return Mono.empty();
    }
    var keys = fresh.stream().map(it -> workspace + "/" + it.id()).distinct().toList();
    var kind = fresh.getFirst().kind();
    return collections
        .of(thing)
        .flatMap(all -> all.findOne(workspace, and(in("_id", keys), ne("account", account))))
        .flatMap(there ->
            Mono.error(
                new Refused(
                    kind + "-exists",
                    "Another account, "
                        + there.getString("account")
                        + ", has a "
                        + kind
                        + " with this id.")));
  }
}
