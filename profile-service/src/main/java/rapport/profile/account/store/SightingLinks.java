package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.Source;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which things of accounts are which records of other systems. */
@Component
public final class SightingLinks {

  private final Mono<WorkspaceCollection> links;

  SightingLinks(DocumentStore store) {
    var collection = store.collection("sighting_links");
    this.links =
        collection
            .index(Indexes.ascending("workspace", "account", "thing"), new IndexOptions())
            .as(Once::of)
            .thenReturn(collection);
  }

  /**
   * Where a record has its place.
   *
   * @param thing its id among the things of its kind; that of the account for a company
   */
  public record Link(String account, String thing) {}

  /** By the name of the record; empty when it has no place. */
  public Mono<Link> find(String workspace, String name) {
    return links
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + name)))
        .map(found -> new Link(found.getString("account"), found.getString("thing")));
  }

  /** From now on the record has that place. */
  public Mono<Void> put(String workspace, String name, Source from, Link link) {
    var fields =
        combine(
            set("account", link.account()),
            set("thing", link.thing()),
            set("connection", from.connection()),
            set("object", from.object()));
    return links.flatMap(all -> all.upsert(workspace, eq(workspace + "/" + name), fields));
  }

  /**
   * A record that an account was found to be.
   *
   * @param stream that tells of the record
   */
  public record AccountRecord(String account, String stream) {}

  /** The records of that kind and connection that accounts were found to be. */
  public Flux<AccountRecord> records(
      String workspace, String connection, String object, Collection<String> accounts) {
    var theirs = and(in("account", accounts), eq("connection", connection), eq("object", object));
    return links
        .flatMapMany(all -> all.find(workspace, theirs, Sorts.ascending("_id")))
        .filter(found -> found.getString("account").equals(found.getString("thing")))
        .map(found -> {
          var name = found.getString("_id");
          return new AccountRecord(
              found.getString("account"), name.substring(name.lastIndexOf(':') + 1));
        });
  }

  /** Whether a record of the same kind and connection has that place. */
  public Mono<Boolean> isTaken(String workspace, String account, String thing, Source from) {
    return links
        .flatMap(all ->
            all.findOne(
                workspace,
                and(
                    eq("account", account),
                    eq("thing", thing),
                    eq("connection", from.connection()),
                    eq("object", from.object()))))
        .hasElement();
  }
}
