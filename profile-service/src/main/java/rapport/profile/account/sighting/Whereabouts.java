package rapport.profile.account.sighting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Source;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.profile.account.store.SightingLinks;
import rapport.profile.account.store.SightingLinks.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the account that something another system tells is about. Empty when there is none. */
@Component
final class Whereabouts {

  private static final Order ANY = new Order("_id", false);
  private static final int FEW = 10;

  private final SightingLinks links;
  private final Listing listing;

  Whereabouts(SightingLinks links, Listing listing) {
    this.links = links;
    this.listing = listing;
  }

  /** The account of a company's record, by that record. */
  Mono<String> ofRecord(String workspace, Source from, String object, @Nullable String record) {
    return record == null
        ? Mono.empty()
        : links.find(workspace, Wanted.record(from, object, record)).map(Link::account);
  }

  /** The account with that domain; never one that was put away. */
  Mono<String> ofDomain(String workspace, @Nullable String domain) {
    return accounts(workspace, domain).next();
  }

  /** The account with that domain that no record of the same kind and connection has yet. */
  Mono<String> freeOfDomain(String workspace, @Nullable String domain, Source from) {
    return accounts(workspace, domain)
        .filterWhen(
            account -> links.isTaken(workspace, account, account, from).map(taken -> !taken))
        .next();
  }

  private Flux<String> accounts(String workspace, @Nullable String domain) {
    return domain == null
        ? Flux.empty()
        : listing
            .accounts(
                workspace,
                Query.of(null).with("state.account.details.domain", domain).with("archived", false),
                ANY,
                null,
                FEW)
            .map(Listing.Row::account);
  }

  /** Where a contact with that address is; the one met first. */
  Mono<String> ofAddress(String workspace, String email) {
    return listing
        .contacts(workspace, Query.of(null).with("email", email), ANY, null, 1)
        .next()
        .map(Listing.Row::account);
  }

  /** By the company's record, its people, their domains, and the domains that are named. */
  Mono<String> ofTalk(String workspace, InteractionSeen talk) {
    var addresses = Wanted.addresses(talk);
    return ofRecord(workspace, talk.source(), "Account", talk.account())
        .switchIfEmpty(first(addresses, address -> ofAddress(workspace, address)))
        .switchIfEmpty(first(addresses, address -> ofDomain(workspace, Wanted.domainOf(address))))
        .switchIfEmpty(
            first(
                addresses.isEmpty() ? Wanted.named(talk) : List.of(),
                domain -> ofDomain(workspace, domain)));
  }

  private static Mono<String> first(List<String> all, Function<String, Mono<String>> find) {
    return Flux.fromIterable(all).concatMap(find, 1).next();
  }

  /** Where a record has its place already. */
  Mono<Optional<Link>> known(String workspace, String stream) {
    return links
        .find(workspace, Wanted.stream(stream))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }
}
