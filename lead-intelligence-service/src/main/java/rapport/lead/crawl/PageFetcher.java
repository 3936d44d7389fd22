package rapport.lead.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import rapport.lead.crawl.Hops.Arrival;
import rapport.lead.crawl.Hops.Barrier;
import rapport.lead.site.PageAddress;
import rapport.lead.site.SitePage;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;

/** Asks a site for pages and sitemaps, and for nothing that is not its own or not allowed. */
@Component
final class PageFetcher {

  private final Hops hops;
  private final Robots robots;

  PageFetcher(Hops hops, Robots robots) {
    this.hops = hops;
    this.robots = robots;
  }

  /** A page; when it was read before, only if it has changed. Never fails. */
  Mono<PageAnswer> page(CrawlSession session, SitePage page) {
    var headers = new HashMap<>(Map.of("accept", "text/html,application/xhtml+xml;q=0.9"));
    var validators = page.validators();
    if (validators.etag() != null) {
      headers.put("if-none-match", validators.etag());
    }
    if (validators.lastModified() != null) {
      headers.put("if-modified-since", validators.lastModified());
    }
    return hops.follow(URI.create(page.url()), headers, to -> barrier(session, to, true))
        .map(arrival ->
            switch (arrival) {
              case Arrival.Answered(var fetched) -> answered(session, fetched);
              case Arrival.Barred(_, var barrier) -> new PageAnswer.NoPage(0, barrier.detail());
            })
        .onErrorResume(failure -> Mono.just(failed(failure)));
  }

  private static PageAnswer answered(CrawlSession session, Fetched fetched) {
    session.answered(fetched.body().length);
    return PageAnswer.of(fetched, session.site().scope());
  }

  private static PageAnswer failed(Throwable failure) {
    return switch (failure) {
      case EgressRefusedException refused ->
          new PageAnswer.Refused(0, "It is not read: " + refused.getMessage() + ".");
      case TimeoutException _ ->
          new PageAnswer.Later(0, "The server takes too long.", Duration.ZERO);
      default ->
          new PageAnswer.Later(
              0, "The server does not answer: " + failure.getMessage(), Duration.ZERO);
    };
  }

  /** A sitemap's answer; empty when it may not be read or is not there. */
  Mono<Fetched> sitemap(CrawlSession session, URI address) {
    return hops.follow(address, Map.of(), to -> barrier(session, to, false))
        .mapNotNull(arrival ->
            arrival instanceof Arrival.Answered(var fetched) && fetched.status() == 200
                ? fetched
                : null);
  }

  /** What is in the way of an address of a site. */
  Mono<Optional<Barrier>> barrier(CrawlSession session, URI to, boolean asPage) {
    if (!session.site().scope().has(to)) {
      var other = "It leads to another site, " + to.getHost() + ", and is not followed there.";
      return Mono.just(Optional.of(new Barrier("leads-elsewhere", other)));
    }
    if (asPage && PageAddress.of(to, to.toString()).isEmpty()) {
      var none = new Barrier("no-page", "It leads to " + to.getPath() + ", which is not read.");
      return Mono.just(Optional.of(none));
    }
    return rules(session, to).map(rules -> rules.barrier(to));
  }

  /** The rules of an address's host, which are read once in a crawl. */
  Mono<RobotRules> rules(CrawlSession session, URI address) {
    var origin = address.getScheme() + "://" + address.getRawAuthority();
    return Mono.justOrEmpty(session.rules(origin))
        .switchIfEmpty(
            Mono.defer(() ->
                robots
                    .of(address, session.site().scope())
                    .doOnNext(rules -> session.rules(origin, rules))));
  }
}
