package rapport.lead.crawl;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rapport.lead.crawl.Hops.Arrival;
import rapport.lead.crawl.Hops.Barrier;
import rapport.lead.site.SiteScope;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;

/**
 * Reads robots.txt (RFC 9309): without one everything may be read; while it cannot be had (5xx, no
 * answer) nothing may.
 */
@Component
final class Robots {

  /** A host that wants longer pauses than this is not read at all. */
  private static final long LONGEST_DELAY_MS = 60_000;

  private static final int FEWEST_SERVER_ERRORS = 500;
  private static final int TOO_MANY = 429;
  private static final int OK = 200;

  private final Hops hops;

  Robots(Hops hops) {
    this.hops = hops;
  }

  /** The rules of the host of an address. */
  Mono<RobotRules> of(URI address, SiteScope scope) {
    var url = URI.create(address.getScheme() + "://" + address.getRawAuthority() + "/robots.txt");
    return hops.follow(url, Map.of(), to -> Mono.just(outside(to, scope)))
        .map(arrival ->
            switch (arrival) {
              case Arrival.Answered(var fetched) -> rules(url, fetched);
              // RFC 9309 would go to the other host; this crawler never does.
              case Arrival.Barred _ -> nothing(url);
            })
        .onErrorResume(e -> !(e instanceof EgressRefusedException), _ -> Mono.just(nothing(url)));
  }

  private static Optional<Barrier> outside(URI to, SiteScope scope) {
    return scope.has(to) ? Optional.empty() : Optional.of(new Barrier("outside", to.toString()));
  }

  private static RobotRules rules(URI url, Fetched fetched) {
    var status = fetched.status();
    if (status >= FEWEST_SERVER_ERRORS || status == TOO_MANY) {
      return nothing(url);
    }
    var parser = new SimpleRobotRulesParser();
    parser.setMaxCrawlDelay(LONGEST_DELAY_MS);
    var rules =
        status == OK
            ? parser.parseContent(
                url.toString(),
                fetched.body(),
                fetched.header("content-type").orElse("text/plain"),
                List.of(Hops.ROBOT))
            : parser.failedFetch(status);
    return new RobotRules(rules, false, url.toString());
  }

  private static RobotRules nothing(URI url) {
    return new RobotRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), true, url.toString());
  }
}
