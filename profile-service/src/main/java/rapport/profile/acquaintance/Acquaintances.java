package rapport.profile.acquaintance;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Decide;
import rapport.profile.account.Interaction;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.Refused;
import rapport.profile.account.Source;
import rapport.profile.account.api.Ids;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.ContactMarks;
import rapport.profile.account.store.ContactMarks.Marked;
import rapport.profile.account.store.Listing;
import rapport.profile.identity.Identities;
import rapport.profile.person.Person;
import rapport.profile.store.People;
import rapport.profile.store.Strangers;
import rapport.profile.store.Talks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out who contacts are. A contact is the person who has its address, and the person's talks
 * are interactions of the account. The contact names the person the address is of, not whom that
 * one was merged into: so a merge and its end need no write here, only other talks.
 */
@Component
public final class Acquaintances {

  private static final Logger LOG = LoggerFactory.getLogger(Acquaintances.class);
  private static final int MOST_CHATS = 200;

  private final ContactMarks marks;
  private final Identities identities;
  private final Strangers strangers;
  private final People people;
  private final Talks talks;
  private final Listing listing;
  private final AccountDesk desk;
  private final Clock clock;

  Acquaintances(
      ContactMarks marks,
      Identities identities,
      Strangers strangers,
      People people,
      Talks talks,
      Listing listing,
      AccountDesk desk,
      Clock clock) {
    this.marks = marks;
    this.identities = identities;
    this.strangers = strangers;
    this.people = people;
    this.talks = talks;
    this.listing = listing;
    this.desk = desk;
    this.clock = clock;
  }

  /** Looks at contacts that are marked; how many those were. */
  Mono<Integer> look(int limit) {
    return marks
        .marked(limit)
        .collectList()
        .flatMap(marked ->
            Flux.fromIterable(
                    marked.stream().collect(Collectors.groupingBy(Marked::workspace)).entrySet())
                .concatMap(it -> look(it.getKey(), it.getValue()))
                .then(Mono.just(marked.size())));
  }

  private Mono<Void> look(String workspace, List<Marked> marked) {
    return identities
        .holders(workspace, marked.stream().flatMap(Acquaintances::address).toList())
        .flatMap(holders ->
            Flux.fromIterable(marked)
                .filter(it -> it.contact().person() != null || holder(it, holders).isPresent())
                .concatMap(it -> met(it, holder(it, holders)))
                .then(marks.settled(marked)));
  }

  private static Stream<String> address(Marked marked) {
    return Stream.ofNullable(marked.contact().details().email());
  }

  private static Optional<String> holder(Marked marked, Map<String, String> holders) {
    return address(marked).flatMap(it -> Stream.ofNullable(holders.get(it))).findFirst();
  }

  /** Who a contact is, and what that one said to us; nobody of whom there is nothing to show. */
  private record Met(Optional<String> person, List<InteractionDetails> chats) {
    static final Met NOBODY = new Met(Optional.empty(), List.of());
  }

  private Mono<Void> met(Marked marked, Optional<String> holder) {
    return Mono.justOrEmpty(holder)
        .filterWhen(person ->
            strangers
                .contains(marked.workspace(), marked.contact().id(), person)
                .map(stranger -> !stranger))
        .flatMap(person -> met(marked, person))
        .defaultIfEmpty(Met.NOBODY)
        .flatMap(met -> told(marked, met));
  }

  private Mono<Met> met(Marked marked, String holder) {
    return people
        .current(marked.workspace(), holder)
        .filter(Person::isShown)
        .flatMap(person ->
            people
                .absorbedBy(marked.workspace(), person.id())
                .map(absorbed ->
                    Stream.concat(Stream.of(person), absorbed.stream()).map(Person::id).toList()))
        .flatMap(all -> talks.of(marked.workspace(), all).collectList())
        .map(all ->
            new Met(
                Optional.of(holder),
                all.stream()
                    .flatMap(talk -> Chats.interaction(talk, marked.contact().id()).stream())
                    .toList()));
  }

  private Mono<Void> told(Marked marked, Met met) {
    var source =
        new Source(Chats.SOURCE, "rapport", clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return chats(marked, met)
        .flatMap(known ->
            desk.change(
                marked.workspace(),
                marked.account(),
                source,
                state -> Mono.fromSupplier(() -> changes(state, marked, met, known, source))))
        .onErrorResume(
            Refused.class,
            refused -> { // one that cannot be told must not hold up the others
              LOG.warn("contact {} stays as it was: {}", marked.contact().id(), refused.code());
              return Mono.empty();
            })
        .then();
  }

  /** The contact's chats as the account has them, also those withdrawn that are there again. */
  private Mono<Map<String, Interaction>> chats(Marked marked, Met met) {
    var query =
        Listing.Query.of(null)
            .with("account", marked.account())
            .with("contacts", marked.contact().id())
            .with("channel", "chat");
    var listed =
        listing.interactions(
            marked.workspace(), query, new Listing.Order("at", true), null, MOST_CHATS);
    var again =
        Flux.fromIterable(met.chats())
            .concatMap(it -> listing.interaction(marked.workspace(), marked.account(), id(it)));
    return Flux.concat(listed, again)
        .map(Listing.Row::value)
        .filter(it -> it.details().source().equals(Chats.SOURCE))
        .collectMap(Interaction::id, Function.identity());
  }

  private static List<Change> changes(
      AccountState state, Marked marked, Met met, Map<String, Interaction> known, Source source) {
    var contact = marked.contact().id();
    var changes = new ArrayList<Change>();
    if (!state.contacts().containsKey(contact)) {
      return changes;
    }
    changes.addAll(Decide.recognise(state, contact, met.person().orElse(null), source.at()));
    var ids = met.chats().stream().map(Acquaintances::id).toList();
    known.values().stream()
        .filter(it -> !it.withdrawn() && !ids.contains(it.id()))
        .forEach(it -> changes.addAll(Decide.withdraw(state, it)));
    met.chats()
        .forEach(
            it -> changes.addAll(Decide.log(state, known.get(id(it)), id(it), it, source.at())));
    return changes;
  }

  private static String id(InteractionDetails chat) {
    return Ids.of("i", chat.source(), chat.externalId());
  }

  /** Says that a contact is not the person it was taken for, or may be again. */
  public Mono<Void> apart(String workspace, Marked marked, boolean apart, String by) {
    return identities
        .holders(workspace, address(marked).toList())
        .flatMapIterable(Map::values)
        .concatMap(person ->
            apart
                ? strangers.add(workspace, marked.contact().id(), person, by, clock.instant())
                : strangers.remove(workspace, marked.contact().id(), person))
        .then(look(workspace, List.of(marked)));
  }

  /** The contact by its id; empty when there is none. */
  public Mono<Marked> contact(String workspace, String id) {
    return listing
        .contact(workspace, id)
        .map(row -> new Marked(workspace, row.account(), row.rev(), 0, row.value()));
  }

  /** The contacts a person is, by the ids under which the person was ever known. */
  public Flux<Marked> contacts(String workspace, List<String> ids) {
    return marks.known(workspace, ids);
  }
}
