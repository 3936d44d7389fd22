package rapport.lead.crawl;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.PageAddress;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Crawl;
import rapport.lead.site.Site.Stage;
import rapport.lead.site.SitePage;
import rapport.lead.store.Leads;
import rapport.lead.store.Pages;
import rapport.lead.store.Sites;
import rapport.lead.store.Sites.Due;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;

/**
 * Takes the next step of a crawl: about one request, and what it brought is stored before the next.
 * What stood in the store when a service was killed is where the next one goes on.
 */
@Component
final class CrawlTurns {

  private final PageFetcher fetcher;
  private final PageTurn pageTurn;
  private final Pages pages;
  private final Sites sites;
  private final Leads leads;
  private final SiteProposals proposals;
  private final CrawlSettings settings;
  private final Clock clock;

  /** One that is not taken up again, since somebody stopped the crawl or deleted the site, goes. */
  private final Map<String, CrawlSession> sessions =
      Caffeine.newBuilder()
          .expireAfterAccess(Duration.ofHours(1))
          .<String, CrawlSession>build()
          .asMap();

  CrawlTurns(
      PageFetcher fetcher,
      PageTurn pageTurn,
      Pages pages,
      Sites sites,
      Leads leads,
      SiteProposals proposals,
      CrawlSettings settings,
      Clock clock) {
    this.fetcher = fetcher;
    this.pageTurn = pageTurn;
    this.pages = pages;
    this.sites = sites;
    this.leads = leads;
    this.proposals = proposals;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a step came to.
   *
   * @param pause before the next one; the host's own wish comes on top
   */
  record Step(Crawl crawl, Duration pause) {}

  /** The next step of a site that was claimed. */
  Mono<Void> take(Due due) {
    return session(due)
        .flatMap(session -> step(session).flatMap(step -> kept(due, session, step)))
        .doOnError(_ -> sessions.remove(due.key())) // what it holds may not be what is stored
        .then();
  }

  private Mono<CrawlSession> session(Due due) {
    var known = sessions.get(due.key());
    if (known != null && known.site().rev() == due.site().rev()) {
      return Mono.just(known);
    }
    return pages
        .all(due.workspace(), due.site().id())
        .collectList()
        .map(stored -> new CrawlSession(due, stored))
        .doOnNext(session -> sessions.put(due.key(), session));
  }

  private Mono<Step> step(CrawlSession session) {
    return switch (session.site().crawl().stage()) {
      case STARTING -> session.knowsSitemaps() ? sitemap(session) : start(session);
      case READING -> read(session);
      case PROPOSING -> propose(session);
      case DONE, STOPPED, FAILED -> Mono.empty();
    };
  }

  /** Stores what a step came to; nothing when somebody stopped the crawl meanwhile. */
  private Mono<Void> kept(Due due, CrawlSession session, Step step) {
    var pause = longest(step.pause(), session.delay(), settings.delay());
    var isOver = step.crawl().stage().isOver();
    return sites
        .save(due.workspace(), session.site().with(step.crawl()), now().plus(pause))
        .doOnNext(session::site)
        .delayUntil(saved -> isOver ? ended(due, saved) : Mono.empty())
        .switchIfEmpty(Mono.defer(() -> forgotten(due)))
        .then();
  }

  /** What was found counts for leads of the company whose site it is. */
  private Mono<Void> ended(Due due, Site site) {
    sessions.remove(due.key());
    return leads.lookAgainAt(due.workspace(), site.scope().hosts());
  }

  /** Of a site that was deleted during a step no page may stay. */
  private <T> Mono<T> forgotten(Due due) {
    sessions.remove(due.key());
    return sites
        .find(due.workspace(), due.site().id())
        .hasElement()
        .filter(exists -> !exists)
        .flatMap(_ -> pages.forget(due.workspace(), due.site().id()))
        .then(Mono.empty());
  }

  private Mono<Step> start(CrawlSession session) {
    var first = URI.create(session.site().url());
    return fetcher
        .rules(session, first)
        .flatMap(rules -> {
          var barrier = rules.barrier(first);
          if (barrier.isPresent()) {
            return Mono.just(failed(session, barrier.get().code(), barrier.get().detail()));
          }
          session.sitemaps(sitemaps(session, rules, first));
          var found =
              session.frontier.found(PageAddress.of(first, first.toString()).stream().toList(), 0);
          return pages
              .save(session.workspace, session.site().id(), found)
              .thenReturn(new Step(session.crawl(), Duration.ZERO));
        })
        .onErrorResume(
            EgressRefusedException.class,
            refused ->
                Mono.just(
                    failed(session, refused.code(), "It is not read: " + refused.getMessage())));
  }

  private static List<URI> sitemaps(CrawlSession session, RobotRules rules, URI first) {
    var named = rules.sitemaps().stream().flatMap(url -> address(first, url).stream()).toList();
    var own = named.stream().filter(session.site().scope()::has).toList();
    return own.isEmpty() ? address(first, "/sitemap.xml").stream().toList() : own;
  }

  private Mono<Step> sitemap(CrawlSession session) {
    var next = session.nextSitemap();
    if (next.isEmpty()) {
      return Mono.just(new Step(session.crawl().at(Stage.READING, now()), Duration.ZERO));
    }
    return fetcher
        .sitemap(session, next.get())
        .flatMap(fetched -> taken(session, fetched))
        .onErrorResume(failure -> {
          var detail = next.get() + " cannot be read as a sitemap: " + failure.getMessage();
          session.problem(new CrawlProblem("sitemap-unreadable", detail, next.get().toString()));
          return Mono.empty();
        })
        .then(Mono.fromSupplier(() -> new Step(session.crawl(), Duration.ZERO)));
  }

  private Mono<Void> taken(CrawlSession session, Fetched fetched) {
    try {
      var sitemap = Sitemap.of(fetched);
      var base = fetched.uri();
      session.sitemaps(
          sitemap.sitemaps().stream()
              .flatMap(url -> address(base, url).stream())
              .filter(session.site().scope()::has)
              .toList());
      var found =
          sitemap.pages().stream().flatMap(url -> PageAddress.of(base, url).stream()).toList();
      return pages.save(session.workspace, session.site().id(), session.frontier.found(found, 1));
    } catch (IOException unreadable) {
      return Mono.error(unreadable);
    }
  }

  private static Optional<URI> address(URI base, String url) {
    try {
      return Optional.of(base.resolve(url.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Mono<Step> read(CrawlSession session) {
    var crawl = session.site().crawl();
    var next = session.frontier.next();
    if (now().isAfter(crawl.startedAt().plus(settings.time()))) {
      session.problem(Problems.outOf("time-limit", "time", session));
      return Mono.just(readEnough(session));
    }
    if (session.bytes() > settings.bytes()) {
      session.problem(Problems.outOf("byte-limit", "bytes", session));
      return Mono.just(readEnough(session));
    }
    return next.map(page -> pageTurn.take(session, page, now()))
        .map(turn -> turn.map(pause -> new Step(session.crawl(), pause)))
        .orElseGet(() -> Mono.just(readEnough(session)));
  }

  private Step readEnough(CrawlSession session) {
    Problems.of(session).forEach(session::problem);
    var stage = session.frontier.readable().isEmpty() ? Stage.FAILED : Stage.PROPOSING;
    return new Step(session.crawl().at(stage, now()), Duration.ZERO);
  }

  private Mono<Step> propose(CrawlSession session) {
    var ids = session.frontier.readable().stream().map(SitePage::id).toList();
    return pages
        .texts(session.workspace, session.site().id(), ids)
        .collectList()
        .flatMap(texts -> proposals.propose(session.workspace, session.site(), texts))
        .map(made -> {
          made.problem().ifPresent(session::problem);
          var crawl = session.crawl().withProposals(made.proposed(), made.suggested());
          return new Step(crawl.at(Stage.DONE, now()), Duration.ZERO);
        });
  }

  private Step failed(CrawlSession session, String code, String detail) {
    session.problem(new CrawlProblem(code, detail, session.site().url()));
    return new Step(session.crawl().at(Stage.FAILED, now()), Duration.ZERO);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Duration longest(Duration... pauses) {
    return Stream.of(pauses).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
