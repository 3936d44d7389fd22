package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.Contact;
import rapport.profile.person.Person;
import rapport.profile.person.PersonFields;
import rapport.profile.person.Talk;
import rapport.profile.store.People;
import rapport.runtime.privacy.Subject;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out whom somebody means: every id and address by which we know that person. */
@Component
class Whom {

  /** A person leads to talks, these to browsers, these to the talks before there was an address. */
  private static final int LOOKS = 4;

  private final People people;
  private final WorkspaceCollection talks;
  private final WorkspaceCollection identities;
  private final WorkspaceCollection contacts;

  Whom(DocumentStore store, People people) {
    this.people = people;
    this.talks = store.collection("talks");
    this.identities = store.collection("identities");
    this.contacts = store.collection("contacts");
  }

  /** Only what was named when nothing is known of it. */
  Mono<Subject> of(String workspace, Named named) {
    return allOf(
        workspace,
        new Subject(
            list(named.person()),
            list(named.visitor()),
            list(named.conversation()),
            list(named.contact()),
            List.of(),
            List.of(),
            list(named.email()),
            List.of(),
            List.of()));
  }

  /** The same for somebody some ids of whom are known, as after a backup was restored. */
  Mono<Subject> allOf(String workspace, Subject subject) {
    return look(workspace, subject, LOOKS);
  }

  /** Of what was found of somebody, all but the conversations that are known to be another's. */
  Mono<Subject> theirs(String workspace, Subject known, Subject found) {
    return find(talks, workspace, in("_id", Subject.keys(workspace, found.conversations())))
        .filter(talk -> !isTheirs(known, talk.getString("person")))
        .map(talk -> id(workspace, talk))
        .collect(Collectors.toSet())
        .map(found::withoutConversations);
  }

  private Mono<Subject> look(String workspace, Subject known, int looks) {
    return Flux.concat(
            fromPeople(workspace, known),
            fromIdentities(workspace, known),
            fromTalks(workspace, known),
            fromContacts(workspace, known))
        .reduce(known, Subject::and)
        .flatMap(more ->
            looks == 1 || more.equals(known) ? Mono.just(more) : look(workspace, more, looks - 1));
  }

  private Flux<Subject> fromPeople(String workspace, Subject known) {
    return Flux.fromIterable(known.people())
        .concatMap(id ->
            people
                .current(workspace, id)
                .flatMapMany(current ->
                    people
                        .absorbedBy(workspace, current.id())
                        .flatMapIterable(merged -> merged)
                        .startWith(current)))
        .map(Whom::person);
  }

  static Subject person(Person person) {
    return new Subject(
        List.of(person.id()),
        List.of(),
        person.conversations(),
        List.of(),
        List.of(),
        List.of(),
        list(person.text(PersonFields.EMAIL)),
        list(person.text(PersonFields.NAME)),
        list(person.text("identity.phone")));
  }

  private Flux<Subject> fromIdentities(String workspace, Subject known) {
    var keys =
        Stream.concat(
                known.emails().stream().map(email -> "email:" + email),
                known.visitors().stream().map(visitor -> "visitor:" + visitor))
            .toList();
    var theirs = or(in("_id", Subject.keys(workspace, keys)), in("person", known.people()));
    return find(identities, workspace, theirs).map(claim -> identity(workspace, claim));
  }

  static Subject identity(String workspace, Document claim) {
    var key = id(workspace, claim);
    return new Subject(
        list(claim.getString("person")),
        key.startsWith("visitor:") ? List.of(key.substring(8)) : List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        key.startsWith("email:") ? List.of(key.substring(6)) : List.of(),
        List.of(),
        List.of());
  }

  /** Talks on the same browser are theirs, unless they are known to be somebody else's. */
  private Flux<Subject> fromTalks(String workspace, Subject known) {
    var ids = Subject.keys(workspace, known.conversations());
    var theirs =
        or(
            in("_id", ids),
            in("person", known.people()),
            and(eq("flow", Talk.FLOW), in("visitor", known.visitors())));
    return find(talks, workspace, theirs)
        .filter(talk -> isTheirs(known, talk.getString("person")))
        .map(talk -> talk(workspace, talk));
  }

  static Subject talk(String workspace, Document talk) {
    return new Subject(
        list(talk.getString("person")),
        visitor(talk),
        List.of(id(workspace, talk)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The browser's id; none of an interview, which is a colleague's and leads to nobody. */
  static List<String> visitor(Document talk) {
    return Talk.FLOW.equals(talk.getString("flow")) ? list(talk.getString("visitor")) : List.of();
  }

  private static boolean isTheirs(Subject known, @Nullable String person) {
    return person == null || known.people().isEmpty() || known.people().contains(person);
  }

  private Flux<Subject> fromContacts(String workspace, Subject known) {
    var theirs =
        or(
            in("_id", Subject.keys(workspace, known.contacts())),
            in("email", known.emails()),
            in("value.person", known.people()));
    return find(contacts, workspace, theirs).map(contact -> contact(workspace, contact));
  }

  static Subject contact(String workspace, Document contact) {
    var value = contact.get("value", new Document());
    var details = value.get("details", new Document());
    return new Subject(
        list(value.getString("person")),
        List.of(),
        List.of(),
        List.of(id(workspace, contact)),
        List.of(),
        List.of(),
        list(details.getString("email")),
        list(details.getString("name")),
        list(details.getString("phone")));
  }

  private static Flux<Document> find(WorkspaceCollection all, String workspace, Bson filter) {
    return all.find(workspace, filter, Sorts.ascending("_id"));
  }

  private static String id(String workspace, Document document) {
    return Objects.requireNonNull(document.getString("_id")).substring(workspace.length() + 1);
  }

  private static List<String> list(@Nullable String value) {
    var values = new ArrayList<String>();
    if (value != null && !value.isBlank() && !value.equals(Contact.ERASED)) {
      values.add(value);
    }
    return values;
  }
}
