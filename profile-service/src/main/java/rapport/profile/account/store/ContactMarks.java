package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.profile.account.Contact;
import rapport.profile.account.store.AccountCollections.Thing;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which contacts have to be looked at because they, or somebody who may be the same, changed. The
 * mark lies in the contact's document and is set with every change of it.
 */
@Component
public final class ContactMarks {

  /** The field of a contact that is to be looked at. */
  static final String UNMET = "unmet";

  /** Counts how often it was marked, since that may be while it is being looked at. */
  private static final String MARKS = "marks";

  private static final String PERSON = "value.person";
  private static final int MOST = 1000;

  private final AccountCollections collections;
  private final AccountJson json;

  ContactMarks(AccountCollections collections, AccountJson json) {
    this.collections = collections;
    this.json = json;
  }

  /**
   * A contact of an account.
   *
   * @param rev at which it changed last
   * @param marks how often it has been marked; 0 when nobody looked
   */
  public record Marked(String workspace, String account, long rev, int marks, Contact contact) {}

  /** Contacts of all workspaces that are to be looked at. */
  public Flux<Marked> marked(int limit) {
    return collections
        .of(Thing.CONTACT)
        .flatMapMany(all -> all.acrossWorkspaces(eq(UNMET, true), Sorts.ascending("_id"), limit))
        .map(this::read);
  }

  /** Contacts that are known to be one of these people. */
  public Flux<Marked> known(String workspace, Collection<String> people) {
    return contacts(workspace, PERSON, people).map(this::read);
  }

  /** Contacts with one of these e-mail addresses, in lower case. */
  public Flux<Marked> withAddress(String workspace, Collection<String> addresses) {
    return contacts(workspace, "email", addresses).map(this::read);
  }

  /**
   * Has the contacts with one of these addresses looked at, and those known to be of the people.
   */
  public Mono<Void> mark(
      String workspace, Collection<String> addresses, Collection<String> people) {
    return Flux.concat(contacts(workspace, "email", addresses), contacts(workspace, PERSON, people))
        .map(ContactMarks::marking)
        .collectList()
        .flatMap(this::write);
  }

  /** Says that these have been looked at, unless they have changed or been marked since. */
  public Mono<Void> settled(List<Marked> contacts) {
    return write(
        contacts.stream()
            .<Write>map(it ->
                new Write.Update(
                    it.workspace(),
                    and(
                        eq(it.workspace() + "/" + it.contact().id()),
                        eq("rev", it.rev()),
                        eq(MARKS, it.marks() == 0 ? null : it.marks())),
                    set(UNMET, false)))
            .toList());
  }

  private Flux<Document> contacts(String workspace, String field, Collection<String> values) {
    return values.isEmpty()
        ? Flux.empty()
        : collections
            .of(Thing.CONTACT)
            .flatMapMany(
                all -> all.find(workspace, in(field, values), Sorts.ascending("_id"), MOST));
  }

  private static Write marking(Document document) {
    return new Write.Update(
        document.getString("workspace"),
        eq(document.getString("_id")),
        combine(set(UNMET, true), inc(MARKS, 1)));
  }

  private Mono<Void> write(List<Write> writes) {
    return collections.of(Thing.CONTACT).flatMap(all -> all.writeAll(writes)).then();
  }

  private Marked read(Document document) {
    return new Marked(
        document.getString("workspace"),
        document.getString("account"),
        document.get("rev", Number.class).longValue(),
        document.getInteger(MARKS, 0),
        json.read(document.get("value", Document.class), Contact.class));
  }
}
