package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.profile.person.Person;
import rapport.profile.person.Talk;
import rapport.profile.store.People;
import rapport.runtime.privacy.Subject;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * People who are known and have not been heard of for long. They have said nothing since, in a chat
 * or anywhere an account shows it, and no colleague has written anything down of them; those merged
 * into them count as they do. Whoever is a contact that has not left an account that is not put
 * away is never silent: the account's colleagues decide about them.
 *
 * <p>An erasure follows browsers and addresses. So whoever shares one with somebody else stays,
 * too.
 */
@Component
class SilentPeople implements Silent {

  private static final int PORTION = 100;

  /** Longer than any chain of merges. */
  private static final int MOST_LINKS = 50;

  /** Of whomever this is told, they stay. */
  private static final Found STAYS = new Found(Subject.NOBODY, Instant.MAX);

  private final People people;
  private final WorkspaceCollection identities;
  private final WorkspaceCollection talks;
  private final WorkspaceCollection contacts;
  private final WorkspaceCollection accounts;
  private final WorkspaceCollection interactions;

  SilentPeople(DocumentStore store, People people) {
    this.people = people;
    this.identities = store.collection("identities");
    this.talks = store.collection("talks");
    this.contacts = store.collection("contacts");
    this.accounts = store.collection("accounts");
    this.interactions = store.collection("interactions");
  }

  @Override
  public RetentionKind kind() {
    return RetentionKind.PEOPLE;
  }

  @Override
  public Flux<Found> since(String workspace, Instant then) {
    return portion(workspace, "")
        .expand(found ->
            found.size() < PORTION ? Mono.empty() : portion(workspace, found.getLast().id()))
        .concatMap(found -> silent(workspace, then, found));
  }

  private Mono<List<Person>> portion(String workspace, String after) {
    return people.ofTheirOwnAfter(workspace, after, PORTION).collectList();
  }

  private Flux<Found> silent(String workspace, Instant then, List<Person> portion) {
    var own = portion.stream().filter(person -> heardAt(person).isBefore(then)).toList();
    return own.isEmpty()
        ? Flux.empty()
        : together(workspace, own)
            .flatMap(found -> withAddresses(workspace, found))
            .flatMap(found -> withTalks(workspace, found))
            .flatMap(found -> withBrowsers(workspace, found))
            .flatMap(found -> withContacts(workspace, found))
            .flatMap(found -> withInteractions(workspace, found, then))
            .flatMapIterable(Function.identity())
            .filter(found -> found.at().isBefore(then));
  }

  private static Instant heardAt(Person person) {
    return person.heardAt().orElse(Instant.MIN);
  }

  /** Each with those who were merged into them. */
  private Mono<List<Found>> together(String workspace, List<Person> own) {
    return people
        .absorbedBy(workspace, own.stream().map(Person::id).toList())
        .map(absorbed -> {
          var into =
              absorbed.stream()
                  .collect(
                      Collectors.toMap(
                          Person::id, it -> Objects.requireNonNull(it.merged()).into()));
          return own.stream()
              .map(one ->
                  absorbed.stream()
                      .filter(other -> leads(other.id(), one.id(), into))
                      .map(SilentPeople::found)
                      .reduce(found(one), Found::and))
              .toList();
        });
  }

  private static boolean leads(String from, String to, Map<String, String> into) {
    return Stream.iterate(from, Objects::nonNull, into::get).limit(MOST_LINKS).anyMatch(to::equals);
  }

  private static Found found(Person person) {
    return new Found(Whom.person(person), heardAt(person));
  }

  private Mono<List<Found>> withAddresses(String workspace, List<Found> found) {
    var all = everybody(found);
    var keys = all.emails().stream().map(email -> "email:" + email).toList();
    var claims = or(in("person", all.people()), in("_id", Subject.keys(workspace, keys)));
    return with(
        found,
        find(identities, workspace, claims),
        (subject, claim) -> {
          var claimed = Whom.identity(workspace, claim);
          if (subject.people().containsAll(claimed.people())) {
            return Optional.of(new Found(claimed, Instant.MIN));
          }
          return subject.emails().containsAll(claimed.emails()) && !claimed.emails().isEmpty()
              ? Optional.of(STAYS)
              : Optional.empty();
        });
  }

  private Mono<List<Found>> withTalks(String workspace, List<Found> found) {
    return with(
        found,
        find(talks, workspace, in("person", everybody(found).people())),
        (subject, talk) ->
            subject.people().contains(talk.get("person", ""))
                ? Optional.of(said(workspace, talk))
                : Optional.empty());
  }

  private static Found said(String workspace, Document talk) {
    var at = talk.getDate("lastMessageAt");
    return new Found(Whom.talk(workspace, talk), at == null ? Instant.MIN : at.toInstant());
  }

  private Mono<List<Found>> withBrowsers(String workspace, List<Found> found) {
    var there = and(eq("flow", Talk.FLOW), in("visitor", everybody(found).visitors()));
    return with(
        found,
        find(talks, workspace, there),
        (subject, talk) -> {
          if (!subject.visitors().contains(talk.get("visitor", ""))) {
            return Optional.empty();
          }
          var isNobodys = talk.get("person") == null && talk.get("address") == null;
          return isNobodys || subject.people().contains(talk.get("person", ""))
              ? Optional.of(said(workspace, talk))
              : Optional.of(STAYS);
        });
  }

  private Mono<List<Found>> withContacts(String workspace, List<Found> found) {
    var all = everybody(found);
    var theirs = or(in("email", all.emails()), in("value.person", all.people()));
    return find(contacts, workspace, theirs)
        .collectList()
        .flatMap(known ->
            kept(workspace, known)
                .flatMap(kept ->
                    with(
                        found,
                        Flux.fromIterable(known),
                        (subject, contact) -> {
                          var told = Whom.contact(workspace, contact);
                          if (!shares(subject.emails(), told.emails())
                              && !shares(subject.people(), told.people())) {
                            return Optional.empty();
                          }
                          var isOpen =
                              contact.getBoolean("active", true)
                                  && kept.contains(contact.getString("account"));
                          return Optional.of(isOpen ? STAYS : new Found(told, Instant.MIN));
                        })));
  }

  /** Those of the contacts' accounts that are not put away. */
  private Mono<List<String>> kept(String workspace, List<Document> contacts) {
    var ids = contacts.stream().map(it -> it.getString("account")).distinct().toList();
    var kept = and(in("_id", Subject.keys(workspace, ids)), eq("archived", false));
    return find(accounts, workspace, kept).map(it -> it.getString("account")).collectList();
  }

  private Mono<List<Found>> withInteractions(String workspace, List<Found> found, Instant then) {
    var lately = and(in("contacts", everybody(found).contacts()), gte("at", Date.from(then)));
    return with(
        found,
        find(interactions, workspace, lately),
        (subject, talk) ->
            shares(subject.contacts(), talk.getList("contacts", String.class, List.of()))
                ? Optional.of(new Found(Subject.NOBODY, talk.getDate("at").toInstant()))
                : Optional.empty());
  }

  private static Subject everybody(List<Found> found) {
    return Subject.together(found.stream().map(Found::subject).toList());
  }

  private static boolean shares(List<String> some, List<String> others) {
    return others.stream().anyMatch(some::contains);
  }

  private static Flux<Document> find(WorkspaceCollection all, String workspace, Bson filter) {
    return all.find(workspace, filter, Sorts.ascending("_id"));
  }

  /** Each with what the documents tell of them, if anything. */
  private static Mono<List<Found>> with(
      List<Found> found,
      Flux<Document> documents,
      BiFunction<Subject, Document, Optional<Found>> tells) {
    return documents
        .collectList()
        .map(all ->
            found.stream()
                .map(it ->
                    all.stream()
                        .flatMap(document -> tells.apply(it.subject(), document).stream())
                        .reduce(it, Found::and))
                .toList());
  }
}
