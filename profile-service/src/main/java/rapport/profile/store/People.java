package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.person.Person;
import rapport.profile.store.Records.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people there are. Whoever is merged into another person is found by that one. */
@Component
public final class People {

  private static final Bson NEWEST_FIRST = Sorts.descending("changedAt", "_id");

  /** Longer than any chain of merges; a circle is taken apart by whoever closed it. */
  private static final int MOST_LINKS = 50;

  /**
   * What is asked for in a list.
   *
   * @param words each of which must occur in name, address, company or role
   * @param conversation only whoever has this conversation
   */
  public record Wanted(String words, @Nullable String conversation) {
    public static final Wanted EVERYBODY = new Wanted("", null);
  }

  private final PersonCollections collections;

  People(PersonCollections collections) {
    this.collections = collections;
  }

  /** The key by which feeds hear that somebody of the workspace changed. */
  public static String listKey(String workspace) {
    return workspace + "/people";
  }

  /** The person of that very id, merged or not. */
  public Mono<Person> find(String workspace, String id) {
    return collections
        .people()
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, id))))
        .map(PersonDocuments::person);
  }

  /** Under whose id the person is known now: their own, or that of whom they were merged into. */
  public Mono<Person> current(String workspace, String id) {
    return find(workspace, id)
        .expand(person ->
            person.merged() == null ? Mono.empty() : find(workspace, person.merged().into()))
        .take(MOST_LINKS)
        .last(Person.none(id))
        .filter(person -> person.merged() == null && person.rev() > 0);
  }

  /** Everybody merged into the person, directly or not. */
  public Mono<List<Person>> absorbedBy(String workspace, String id) {
    return absorbedBy(workspace, List.of(id));
  }

  /** Everybody merged into one of these people, directly or not. */
  public Mono<List<Person>> absorbedBy(String workspace, List<String> people) {
    return directly(workspace, people)
        .expand(found ->
            found.isEmpty()
                ? Mono.empty()
                : directly(workspace, found.stream().map(Person::id).toList()))
        .take(MOST_LINKS)
        .concatMapIterable(found -> found)
        .filter(person -> !people.contains(person.id()))
        .distinct(Person::id)
        .collectList();
  }

  private Mono<List<Person>> directly(String workspace, List<String> ids) {
    return collections
        .people()
        .flatMapMany(all -> all.find(workspace, in("mergedInto", ids), Sorts.ascending("_id")))
        .map(PersonDocuments::person)
        .collectList();
  }

  /**
   * People of their own, the one changed last first.
   *
   * @param after the last one of the page before
   */
  public Flux<Person> list(String workspace, Wanted wanted, @Nullable Position after, int limit) {
    var filters = new ArrayList<Bson>();
    SearchWords.in(wanted.words())
        .forEach(word -> filters.add(regex("search", Pattern.quote(word))));
    if (wanted.conversation() != null) {
      filters.add(eq("conversations", wanted.conversation()));
    }
    if (after != null) {
      filters.add(beyond(workspace, after));
    }
    return shown(workspace, filters, limit);
  }

  /** The ids of everybody, merged or not, in their order. */
  public Flux<String> after(String workspace, String id, int limit) {
    var beyond = gt("_id", PersonCollections.key(workspace, id));
    return collections
        .people()
        .flatMapMany(all -> all.find(workspace, beyond, Sorts.ascending("_id"), limit))
        .mapNotNull(document -> document.getString("person"));
  }

  /** Everybody of their own, in the order of their ids. */
  public Flux<Person> ofTheirOwnAfter(String workspace, String id, int limit) {
    var own = and(eq("mergedInto", null), gt("_id", PersonCollections.key(workspace, id)));
    return collections
        .people()
        .flatMapMany(all -> all.find(workspace, own, Sorts.ascending("_id"), limit))
        .map(PersonDocuments::person);
  }

  /** People changed at that time or later, the one changed last first. */
  public Flux<Person> changedSince(String workspace, Instant since, int limit) {
    return shown(workspace, List.of(gte("changedAt", Date.from(since))), limit);
  }

  /** Others who have a hint in common with that person. */
  public Flux<Person> hintedLike(String workspace, Person person, int limit) {
    var hints = PersonSearch.hints(person);
    var id = PersonCollections.key(workspace, person.id());
    return hints.isEmpty()
        ? Flux.empty()
        : shown(workspace, List.of(in("hints", hints), ne("_id", id)), limit);
  }

  /** Others who talked on a device this person talked on. */
  public Flux<Person> onSameDevice(String workspace, Person person, int limit) {
    return collections
        .talks()
        .flatMapMany(
            all -> all.find(workspace, in("_id", keys(workspace, person)), Sorts.ascending("_id")))
        .mapNotNull(talk -> talk.getString("visitor"))
        .distinct()
        .collectList()
        .flatMapMany(visitors ->
            collections
                .talks()
                .flatMapMany(
                    all -> all.find(workspace, in("visitor", visitors), Sorts.ascending("_id"))))
        .mapNotNull(talk -> talk.getString("person"))
        .distinct()
        .concatMap(other -> current(workspace, other))
        .filter(other -> other.isShown() && !other.id().equals(person.id()))
        .distinct(Person::id)
        .take(limit);
  }

  private static List<String> keys(String workspace, Person person) {
    return person.conversations().stream()
        .map(conversation -> PersonCollections.key(workspace, conversation))
        .toList();
  }

  private Flux<Person> shown(String workspace, List<Bson> filters, int limit) {
    var all = new ArrayList<>(filters);
    all.addFirst(eq("shown", true));
    return collections
        .people()
        .flatMapMany(people -> people.find(workspace, and(all), NEWEST_FIRST, limit))
        .map(PersonDocuments::person);
  }

  private static Bson beyond(String workspace, Position after) {
    var at = Date.from(after.lastUpdatedAt());
    var key = PersonCollections.key(workspace, after.id());
    return or(lt("changedAt", at), and(eq("changedAt", at), lt("_id", key)));
  }

  /** One merge, or the end of one. */
  public record Audit(
      String survivor, String other, String what, String by, String name, Instant at) {}

  /** Who was merged with that person, or taken apart, by whom and when; the latest first. */
  public Flux<Audit> audit(String workspace, String id) {
    var theirs = or(eq("audit.survivor", id), eq("_id", PersonCollections.key(workspace, id)));
    return collections
        .people()
        .flatMapMany(all -> all.find(workspace, theirs, Sorts.ascending("_id")))
        .concatMapIterable(People::audit)
        .filter(audit -> audit.survivor().equals(id) || audit.other().equals(id))
        .sort(Comparator.comparing(Audit::at).reversed());
  }

  private static List<Audit> audit(Document document) {
    return document.getList("audit", Document.class, List.of()).stream()
        .map(it ->
            new Audit(
                it.getString("survivor"),
                document.getString("person"),
                it.getString("what"),
                it.getString("by"),
                it.getString("name"),
                RecordDocuments.requiredInstant(it, "at")))
        .toList();
  }
}
