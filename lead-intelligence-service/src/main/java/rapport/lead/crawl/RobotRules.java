package rapport.lead.crawl;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rapport.lead.crawl.Hops.Barrier;

/**
 * What a host's robots.txt lets this crawler read.
 *
 * @param unreachable whether it could not be read, so that nothing may be
 */
record RobotRules(BaseRobotRules rules, boolean unreachable, String url) {

  Optional<Barrier> barrier(URI address) {
    if (unreachable) {
      return Optional.of(
          new Barrier(
              "robots-unreachable",
              url
                  + " does not answer as it should. Until it does, or says that there is none"
                  + " (404), nothing of this host may be read."));
    }
    return rules.isAllowed(address.toString())
        ? Optional.empty()
        : Optional.of(
            new Barrier(
                "robots-disallow",
                url
                    + " does not allow it. To have it read, allow it there for the user agent "
                    + Hops.ROBOT
                    + "."));
  }

  /** How long to wait between requests, as the host wants it; zero when it does not say. */
  Duration delay() {
    return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
  }

  List<String> sitemaps() {
    return rules.getSitemaps();
  }
}
