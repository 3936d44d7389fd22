package rapport.lead.crawl;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.lead.site.SiteScope;
import rapport.lead.store.Sites;
import rapport.lead.store.Sites.Due;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Reads the sites that are due, a few at a time and never two requests at once to one host. */
@Component
public final class Crawler implements WorkerLifecycle {

  private static final int AT_ONCE = 4;
  private static final int DUE = 40;
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);
  private static final Duration LAST_ROUND = Duration.ofSeconds(5);

  private final Sites sites;
  private final CrawlTurns turns;
  private final CrawlSettings settings;
  private final Clock clock;
  private final Worker worker =
      new Worker("lead-crawler", Worker.waitingFor(LONGEST_ROUND, this::round));

  Crawler(Sites sites, CrawlTurns turns, CrawlSettings settings, Clock clock) {
    this.sites = sites;
    this.turns = turns;
    this.settings = settings;
    this.clock = clock;
  }

  /** There is a site to read. */
  public void wake() {
    worker.wake();
  }

  /** One step of each site that is due. */
  private Mono<Duration> round() {
    var now = clock.instant();
    return sites
        .due(now, DUE)
        .collectList()
        .flatMapIterable(Crawler::oneOfEachHost)
        .flatMapDelayError(due -> take(due, now), AT_ONCE, 1)
        .then(sites.nextDue())
        .map(this::until)
        .defaultIfEmpty(settings.rest());
  }

  private Mono<Void> take(Due due, Instant now) {
    return sites
        .claim(due, now, now.plus(settings.lease()))
        .filter(mine -> mine)
        .flatMap(_ -> turns.take(due));
  }

  private static List<Due> oneOfEachHost(List<Due> due) {
    var hosts = new HashSet<String>();
    return due.stream()
        .filter(each -> hosts.add(SiteScope.name(URI.create(each.site().url()))))
        .toList();
  }

  private Duration until(Instant due) {
    var left = Duration.between(clock.instant(), due);
    return left.isNegative()
        ? Duration.ZERO
        : left.compareTo(settings.rest()) < 0 ? left : settings.rest();
  }

  @Override
  public void stop() {
    worker.stop(LAST_ROUND);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
