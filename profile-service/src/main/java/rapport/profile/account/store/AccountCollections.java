package rapport.profile.account.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections of accounts, with the indexes they need before they are first used. */
@Component
final class AccountCollections {

  private final WorkspaceCollection commits;
  private final WorkspaceCollection accounts;
  private final WorkspaceCollection contacts;
  private final WorkspaceCollection interactions;
  private final WorkspaceCollection deals;
  private final WorkspaceCollection reports;
  private final Mono<Void> indexed;

  AccountCollections(DocumentStore store) {
    this.commits = store.collection("account_commits");
    this.accounts = store.collection("accounts");
    this.contacts = store.collection("contacts");
    this.interactions = store.collection("interactions");
    this.deals = store.collection("deals");
    this.reports = store.collection("account_reports");
    this.indexed =
        Flux.concat(
                index(commits, "published", "stream", "firstRev"),
                index(commits, "applied", "_id"),
                index(commits, "at"),
                commits.index(
                    Indexes.ascending(Commit.BEGINS), new IndexOptions().unique(true).sparse(true)),
                index(accounts, "workspace", "name", "_id"),
                index(accounts, "workspace", "lastTouchAt", "_id"),
                index(accounts, "workspace", "renewsOn", "_id"),
                index(accounts, "workspace", "state.account.details.domain"),
                index(contacts, "workspace", "account", "name", "_id"),
                index(contacts, "workspace", "email"),
                index(contacts, "workspace", "value.person"),
                index(contacts, "unmet", "_id"),
                index(interactions, "workspace", "account", "at", "_id"),
                index(interactions, "workspace", "at", "_id"),
                index(deals, "workspace", "account", "closesOn", "_id"),
                index(reports, "workspace", "account", "kind", "at", "_id"))
            .then()
            .as(Once::of);
  }

  private static Mono<Void> index(WorkspaceCollection collection, String... fields) {
    return collection.index(Indexes.ascending(List.of(fields)), new IndexOptions());
  }

  /** One document per write: {@code _id} is {@code workspace/account:first revision}. */
  Mono<WorkspaceCollection> commits() {
    return indexed.thenReturn(commits);
  }

  /** One document per account: {@code _id} is {@code workspace/account}. */
  Mono<WorkspaceCollection> accounts() {
    return indexed.thenReturn(accounts);
  }

  /** One document per thing: {@code _id} as {@link Views} makes it. */
  Mono<WorkspaceCollection> of(Thing thing) {
    return indexed.thenReturn(
        switch (thing) {
          case CONTACT -> contacts;
          case INTERACTION -> interactions;
          case DEAL -> deals;
          case REPORT -> reports;
        });
  }

  /** The kinds of things that are listed on their own. */
  enum Thing {
    CONTACT,
    INTERACTION,
    DEAL,
    REPORT
  }
}
