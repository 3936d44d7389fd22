package rapport.profile.account.sighting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.CaseSeen;
import rapport.contracts.IntegrationEvent.ContactSeen;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import rapport.contracts.IntegrationEvent.UsageSeen;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Decide;
import rapport.profile.account.Interaction;
import rapport.profile.account.Refused;
import rapport.profile.account.Report;
import rapport.profile.account.Source;
import rapport.profile.account.api.Ids;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.SightingLinks;
import rapport.profile.account.store.SightingLinks.Link;
import rapport.profile.account.store.Sightings;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/**
 * Brings what another system told of a record into the account it is about. Doing it again changes
 * nothing; what a person typed outranks it.
 */
@Component
final class Placing {

  private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
  private static final String WHO = "integrations-service";

  private final AccountDesk desk;
  private final SightedChanges changes;
  private final Whereabouts whereabouts;
  private final SightingLinks links;
  private final Sightings sightings;
  private final Listing listing;
  private final Clock clock;

  Placing(
      AccountDesk desk,
      SightedChanges changes,
      Whereabouts whereabouts,
      SightingLinks links,
      Sightings sightings,
      Listing listing,
      Clock clock) {
    this.desk = desk;
    this.changes = changes;
    this.whereabouts = whereabouts;
    this.links = links;
    this.sightings = sightings;
    this.listing = listing;
    this.clock = clock;
  }

  /** What became of it; fails only when it may be tried again. */
  Mono<Placed> place(StreamRef ref, IntegrationEvent event) {
    return Mono.defer(() -> placed(ref, event))
        .onErrorResume(failure -> !mayPass(failure), failure -> Mono.just(refused(ref, failure)));
  }

  /** Our own store is away, or others write to the account without end. */
  private static boolean mayPass(Throwable failure) {
    return failure instanceof StoreUnavailableException
        || (failure instanceof Problem problem && problem.status() == HttpStatus.CONFLICT);
  }

  /** One record that cannot be taken must not stand in the way of the others. */
  private static Placed refused(StreamRef ref, Throwable failure) {
    var detail = String.valueOf(failure.getMessage());
    return switch (failure) {
      case Refused refusal -> new Placed.Refused(refusal.code(), refusal.detail());
      case Problem problem -> new Placed.Refused(problem.code(), detail);
      case IllegalArgumentException _, DateTimeException _ ->
          new Placed.Refused("invalid-value", detail);
      default -> {
        LOG.warn("the sighting {} cannot be taken", ref.key(), failure);
        yield new Placed.Refused("unexpected", detail);
      }
    };
  }

  private Mono<Placed> placed(StreamRef ref, IntegrationEvent event) {
    return switch (event) {
      case AccountSeen seen -> account(ref, seen);
      case ContactSeen seen -> contact(ref, seen);
      case DealSeen seen -> deal(ref, seen);
      case CaseSeen seen -> ticket(ref, seen);
      case UsageSeen seen -> usage(ref, seen);
      case InteractionSeen seen -> talk(ref, seen);
      case RecordDeleted gone -> gone(ref, gone);
      case IntegrationEvent.LeadSeen _, IntegrationEvent.ConnectionChanged _ ->
          Mono.just(new Placed.Done());
    };
  }

  private Source source(IntegrationEvent.Source from) {
    return new Source(from.system(), WHO, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Mono<Placed> account(StreamRef ref, AccountSeen seen) {
    var from = seen.source();
    var source = source(from);
    return whereabouts
        .known(ref.workspace(), ref.stream())
        .flatMap(known -> Mono.justOrEmpty(known.map(Link::account)))
        .switchIfEmpty(ours(ref.workspace(), from.rapportId()))
        .switchIfEmpty(whereabouts.freeOfDomain(ref.workspace(), seen.domain(), from))
        .defaultIfEmpty(Ids.of("a", from.system(), from.record()))
        .flatMap(account ->
            desk.change(
                    ref.workspace(),
                    account,
                    source,
                    Decision.of(state -> changes.account(state, account, seen, source)))
                .then(linked(ref, from, new Link(account, account), domains(seen))));
  }

  /** The account of ours that was pushed there; without that, ours would come back as another. */
  private Mono<String> ours(String workspace, @Nullable String id) {
    return id == null
        ? Mono.empty()
        : desk.find(workspace, id).filter(head -> head.state().account() != null).map(_ -> id);
  }

  private static List<String> domains(AccountSeen seen) {
    return seen.domain() == null ? List.of() : List.of(Wanted.domain(seen.domain()));
  }

  /** The record has a place, and whoever waited for it may have one. */
  private Mono<Placed> linked(
      StreamRef ref, IntegrationEvent.Source from, Link link, List<String> also) {
    var name = Wanted.stream(ref.stream());
    var names = Stream.concat(Stream.of(name), also.stream()).toList();
    return links
        .put(ref.workspace(), name, from, link)
        .then(sightings.wake(ref.workspace(), names))
        .thenReturn(new Placed.Done());
  }

  private Mono<Placed> contact(StreamRef ref, ContactSeen seen) {
    var from = seen.source();
    var domain = Wanted.domainOf(seen.email());
    var wants =
        seen.account() != null
            ? List.of(Wanted.record(from, "Account", seen.account()))
            : domain == null ? List.<String>of() : List.of(Wanted.domain(domain));
    return whereabouts
        .ofRecord(ref.workspace(), from, "Account", seen.account())
        .switchIfEmpty(
            seen.account() == null
                ? whereabouts.ofDomain(ref.workspace(), domain)
                : Mono.<String>empty())
        .flatMap(account ->
            whereabouts
                .known(ref.workspace(), ref.stream())
                .flatMap(known -> contact(ref, seen, account, known.orElse(null))))
        .defaultIfEmpty(new Placed.Waiting(wants));
  }

  private Mono<Placed> contact(
      StreamRef ref, ContactSeen seen, String account, @Nullable Link known) {
    var from = seen.source();
    var source = source(from);
    var also = seen.email() == null ? List.<String>of() : List.of(Wanted.address(seen.email()));
    Supplier<Mono<Placed>> here =
        () ->
            thing(ref, seen, account, known)
                .flatMap(id ->
                    desk.change(
                            ref.workspace(),
                            account,
                            source,
                            Decision.of(state -> changes.contact(state, id, seen, source)))
                        .then(linked(ref, from, new Link(account, id), also)));
    if (known == null || known.account().equals(account)) {
      return here.get();
    }
    var left =
        Decision.of(state ->
            state.contacts().containsKey(known.thing())
                ? Decide.leave(state, known.thing(), source.at(), source.at())
                : List.of());
    return desk.change(ref.workspace(), known.account(), source, left).then(Mono.defer(here));
  }

  /** The id of the contact there: known, of the same address and nobody else's, or a new one. */
  private Mono<String> thing(
      StreamRef ref, ContactSeen seen, String account, @Nullable Link known) {
    if (known != null && known.account().equals(account)) {
      return Mono.just(known.thing());
    }
    var from = seen.source();
    var fresh =
        known == null
            ? Ids.of("p", from.system(), from.record())
            : Ids.of("p", from.system(), from.record(), account);
    var email = seen.email();
    return email == null
        ? Mono.just(fresh)
        : desk.find(ref.workspace(), account)
            .flatMap(head ->
                Mono.justOrEmpty(
                    head.state().contacts().values().stream()
                        .filter(each -> email.equals(each.details().email()))
                        .map(each -> each.id())
                        .findFirst()))
            .filterWhen(
                id -> links.isTaken(ref.workspace(), account, id, from).map(taken -> !taken))
            .defaultIfEmpty(fresh);
  }

  private Mono<Placed> deal(StreamRef ref, DealSeen seen) {
    var from = seen.source();
    var source = source(from);
    if (seen.account() == null) {
      return Mono.just(new Placed.Waiting(List.of()));
    }
    var id = Ids.of("d", from.system(), from.record());
    return whereabouts
        .known(ref.workspace(), ref.stream())
        .flatMap(known -> Mono.justOrEmpty(known.map(Link::account)))
        .switchIfEmpty(whereabouts.ofRecord(ref.workspace(), from, "Account", seen.account()))
        .flatMap(account ->
            desk.change(
                    ref.workspace(),
                    account,
                    source,
                    Decision.of(state -> changes.deal(state, id, seen, source)))
                .then(linked(ref, from, new Link(account, id), List.of())))
        .defaultIfEmpty(
            new Placed.Waiting(List.of(Wanted.record(from, "Account", seen.account()))));
  }

  private Mono<Placed> ticket(StreamRef ref, CaseSeen seen) {
    var from = seen.source();
    var source = source(from);
    if (seen.account() == null) {
      return Mono.just(new Placed.Waiting(List.of()));
    }
    var ticket = SightedTalk.ticket(seen, source.at());
    return whereabouts
        .ofRecord(ref.workspace(), from, "Account", seen.account())
        .flatMap(account -> reported(ref, from, account, "ticket", ticket))
        .defaultIfEmpty(
            new Placed.Waiting(List.of(Wanted.record(from, "Account", seen.account()))));
  }

  private Mono<Placed> usage(StreamRef ref, UsageSeen seen) {
    var day = SightedTalk.usage(seen);
    return whereabouts
        .ofDomain(ref.workspace(), seen.domain())
        .flatMap(account -> reported(ref, seen.source(), account, "usage", day))
        .defaultIfEmpty(new Placed.Waiting(List.of(Wanted.domain(seen.domain()))));
  }

  private Mono<Placed> reported(
      StreamRef ref, IntegrationEvent.Source from, String account, String kind, Report report) {
    return desk.change(
            ref.workspace(),
            account,
            source(from),
            state ->
                listing
                    .reports(ref.workspace(), account, kind, List.of(report.id()))
                    .next()
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.<Report>empty())
                    .map(known -> Decide.report(state, known.orElse(null), report)))
        .then(linked(ref, from, new Link(account, report.id()), List.of()));
  }

  private Mono<Placed> talk(StreamRef ref, InteractionSeen seen) {
    var from = seen.source();
    var source = source(from);
    var id = Ids.of("i", from.system(), SightedTalk.externalId(from));
    return whereabouts
        .known(ref.workspace(), ref.stream())
        .flatMap(known -> Mono.justOrEmpty(known.map(Link::account)))
        .switchIfEmpty(whereabouts.ofTalk(ref.workspace(), seen))
        .flatMap(account ->
            desk.change(
                    ref.workspace(),
                    account,
                    source,
                    state ->
                        interaction(ref.workspace(), account, id)
                            .map(known ->
                                Decide.log(
                                    state,
                                    known.orElse(null),
                                    id,
                                    SightedTalk.interaction(state, seen, source.at()),
                                    source.at())))
                .then(linked(ref, from, new Link(account, id), List.of())))
        .defaultIfEmpty(new Placed.Waiting(wants(seen)));
  }

  private Mono<Optional<Interaction>> interaction(String workspace, String account, String id) {
    return listing
        .interaction(workspace, account, id)
        .map(row -> Optional.of(row.value()))
        .defaultIfEmpty(Optional.empty());
  }

  private static List<String> wants(InteractionSeen seen) {
    var addresses = Wanted.addresses(seen);
    var domains =
        addresses.isEmpty()
            ? Wanted.named(seen).stream()
            : addresses.stream().map(Wanted::domainOf).flatMap(Stream::ofNullable).distinct();
    var company =
        seen.account() == null
            ? Stream.<String>empty()
            : Stream.of(Wanted.record(seen.source(), "Account", seen.account()));
    return Stream.of(company, addresses.stream().map(Wanted::address), domains.map(Wanted::domain))
        .flatMap(each -> each)
        .toList();
  }

  /** What is gone over there is put away here; deals and requests for help stay as they were. */
  private Mono<Placed> gone(StreamRef ref, RecordDeleted gone) {
    var source = source(gone.source());
    return whereabouts
        .known(ref.workspace(), ref.stream())
        .flatMap(known -> Mono.justOrEmpty(known))
        .flatMap(link ->
            desk.change(
                ref.workspace(),
                link.account(),
                source,
                state ->
                    switch (gone.kind()) {
                      case "account" -> Mono.just(archived(state, gone, source));
                      case "contact" ->
                          Mono.just(
                              state.contacts().containsKey(link.thing())
                                  ? Decide.leave(state, link.thing(), source.at(), source.at())
                                  : List.of());
                      case "interaction" ->
                          interaction(ref.workspace(), link.account(), link.thing())
                              .map(known ->
                                  known.map(it -> Decide.withdraw(state, it)).orElse(List.of()));
                      default -> Mono.just(List.of());
                    }))
        .<Placed>thenReturn(new Placed.Done())
        .defaultIfEmpty(new Placed.Done());
  }

  /** Only an account that is there because of that record. */
  private static List<Change> archived(AccountState state, RecordDeleted gone, Source source) {
    var account = state.account();
    return account != null
            && account.source().equals(gone.source().system())
            && gone.source().record().equals(account.externalId())
        ? Decide.archive(state, true, source.at())
        : List.of();
  }
}
