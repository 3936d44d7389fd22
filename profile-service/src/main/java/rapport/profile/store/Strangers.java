package rapport.profile.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** Contacts of whom a colleague said that they are not the person with their address. */
@Component
public final class Strangers {

  private final WorkspaceCollection collection;

  Strangers(DocumentStore store) {
    this.collection = store.collection("contact_strangers");
  }

  /** The contact is not that person; saying it twice is harmless. */
  public Mono<Void> add(String workspace, String contact, String person, String by, Instant at) {
    return collection.upsert(
        workspace,
        eq(key(workspace, contact, person)),
        Updates.combine(Updates.set("by", by), Updates.set("at", Date.from(at))));
  }

  /** The contact may be that person again. */
  public Mono<Void> remove(String workspace, String contact, String person) {
    return collection.delete(workspace, eq(key(workspace, contact, person))).then();
  }

  public Mono<Boolean> contains(String workspace, String contact, String person) {
    return collection.findOne(workspace, eq(key(workspace, contact, person))).hasElement();
  }

  private static String key(String workspace, String contact, String person) {
    return workspace + "/" + contact + "/" + person;
  }
}
