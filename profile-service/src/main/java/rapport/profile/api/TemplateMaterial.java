package rapport.profile.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.Interaction;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.health.AccountHealths;
import rapport.profile.account.insight.Insight;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.Head;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.profile.account.store.Listing.Row;
import rapport.profile.account.template.Material;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Gathers what templates are filled in with. */
@Component
final class TemplateMaterial {

  private static final int INTERACTIONS = 200;

  private final AccountDesk desk;
  private final Listing listing;
  private final AccountHealths healths;
  private final Clock clock;

  TemplateMaterial(AccountDesk desk, Listing listing, AccountHealths healths, Clock clock) {
    this.desk = desk;
    this.listing = listing;
    this.healths = healths;
    this.clock = clock;
  }

  /** What is known of that account now; 404 {@code account-not-found} when there is none. */
  Mono<Material> of(String workspace, String account) {
    return desk.find(workspace, account)
        .switchIfEmpty(Mono.error(TemplateMaterial::notFound))
        .flatMap(head ->
            Mono.zip(interactions(workspace, account), health(workspace, account))
                .map(rest -> material(head, rest.getT1(), rest.getT2())));
  }

  private Mono<List<InteractionDetails>> interactions(String workspace, String account) {
    var theirs = Query.of(null).with("account", account);
    return listing
        .interactions(workspace, theirs, new Order("at", true), null, INTERACTIONS)
        .map(Row::value)
        .map(Interaction::details)
        .collectList();
  }

  private Mono<Optional<AccountHealths.Known>> health(String workspace, String account) {
    return healths.of(workspace, account).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private Material material(
      Head head, List<InteractionDetails> interactions, Optional<AccountHealths.Known> health) {
    var now = clock.instant();
    return new Material(
        head.state(),
        Insight.of(head.state(), now),
        interactions,
        health.map(AccountHealths.Known::state).orElse(null),
        health.map(AccountHealths.Known::at).orElse(null),
        now);
  }

  private static Problem notFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "account-not-found", "There is no such account.");
  }
}
