package rapport.lead.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.lead.crawl.Crawler;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Stage;
import rapport.lead.site.SiteIds;
import rapport.lead.site.SitePage;
import rapport.lead.store.Pages;
import rapport.lead.store.Sites;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The workspace's own sites, from which personas are proposed. */
@RestController
@RequestMapping("/api/v1/sites")
final class SiteController {

  private static final int MOST_SITES = 20;

  /** How often a stop is tried while the crawl goes on moving. */
  private static final int TRIES = 10;

  private final Sites sites;
  private final Pages pages;
  private final SiteReading reading;
  private final Crawler crawler;
  private final Clock clock;

  SiteController(Sites sites, Pages pages, SiteReading reading, Crawler crawler, Clock clock) {
    this.sites = sites;
    this.pages = pages;
    this.reading = reading;
    this.crawler = crawler;
    this.clock = clock;
  }

  /**
   * Sites.
   *
   * @param items by id, each without its {@code pages}
   */
  record SiteList(List<SiteView> items) {}

  /**
   * Pages of a site.
   *
   * @param next to go on after the last item; none when there are no more
   */
  record PageList(List<PageView> items, @Nullable String next) {}

  /** All sites of the workspace. */
  @GetMapping
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<SiteList> list(Caller caller) {
    return sites
        .all(caller.workspace())
        .map(site -> SiteView.of(site, List.of()))
        .collectList()
        .map(SiteList::new);
  }

  /** Adds a site and begins to read it. 409 {@code site-exists} when its host is there already. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Role.MARKETER)
  Mono<ResponseEntity<SiteView>> add(Caller caller, @RequestBody SiteRequest request) {
    var address = request.address();
    var site =
        Site.added(
            SiteIds.of(address),
            address.toString(),
            request.scope(),
            request.limits(),
            caller.subject(),
            now());
    return sites
        .all(caller.workspace())
        .count()
        .filter(count -> count < MOST_SITES)
        .switchIfEmpty(Mono.error(SiteController::tooMany))
        .flatMap(_ -> sites.add(caller.workspace(), site))
        .onErrorMap(DuplicateKeyException.class, _ -> exists(site))
        .doOnNext(_ -> crawler.wake())
        .map(added ->
            ResponseEntity.created(URI.create("/api/v1/sites/" + site.id()))
                .body(SiteView.of(added, List.of())));
  }

  /** One site. */
  @GetMapping("/{site}")
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<SiteView> get(Caller caller, @PathVariable String site) {
    return reading
        .found(caller.workspace(), site)
        .flatMap(found -> reading.view(caller.workspace(), found));
  }

  /**
   * The pages of the last crawl.
   *
   * @param state only those of that state
   * @param cursor {@code next} of the list before
   * @param limit from 1 to 200; 100 when absent; 400 {@code bad-limit}
   */
  @GetMapping("/{site}/pages")
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<PageList> pages(
      Caller caller,
      @PathVariable String site,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    var most = PageSize.of(limit);
    var only = state == null ? null : state(state);
    return reading
        .found(caller.workspace(), site)
        .flatMap(found ->
            pages
                .list(caller.workspace(), site, found.crawl().number(), only, cursor, most + 1)
                .map(PageView::of)
                .collectList())
        .map(found -> {
          var items = found.stream().limit(most).toList();
          return new PageList(items, found.size() > most ? items.getLast().id() : null);
        });
  }

  /**
   * Reads the site again; what has not changed costs nothing. 409 {@code crawl-under-way} while it
   * is being read.
   */
  @PostMapping("/{site}/crawl")
  @Allow(Role.MARKETER)
  Mono<SiteView> crawl(Caller caller, @PathVariable String site) {
    return reading
        .found(caller.workspace(), site)
        .doOnNext(found -> {
          if (!found.crawl().stage().isOver()) {
            throw Problem.of(
                HttpStatus.CONFLICT, "crawl-under-way", "The site is being read already.");
          }
        })
        .flatMap(found -> sites.save(caller.workspace(), found.again(now()), now()))
        .switchIfEmpty(Mono.error(SiteController::stale))
        .doOnNext(_ -> crawler.wake())
        .flatMap(found -> reading.view(caller.workspace(), found));
  }

  /** Ends the crawl that is under way; without one nothing happens. */
  @PostMapping("/{site}/stop")
  @Allow(Role.MARKETER)
  Mono<SiteView> stop(Caller caller, @PathVariable String site) {
    return reading
        .found(caller.workspace(), site)
        .flatMap(found ->
            found.crawl().stage().isOver()
                ? Mono.just(found)
                : sites.save(
                    caller.workspace(), found.with(found.crawl().at(Stage.STOPPED, now())), now()))
        .switchIfEmpty(Mono.error(SiteController::stale))
        .retryWhen(
            Retry.max(TRIES)
                .filter(failure -> failure instanceof Problem moved && moved.code().equals("stale"))
                .onRetryExhaustedThrow((_, last) -> last.failure()))
        .flatMap(found -> reading.view(caller.workspace(), found));
  }

  /** Forgets the site and its pages; personas that were proposed from it stay. */
  @DeleteMapping("/{site}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Role.MARKETER)
  Mono<Void> delete(Caller caller, @PathVariable String site) {
    return reading
        .found(caller.workspace(), site)
        .flatMap(_ -> sites.forget(caller.workspace(), site))
        .then(pages.forget(caller.workspace(), site));
  }

  private static SitePage.State state(String wire) {
    return Arrays.stream(SitePage.State.values())
        .filter(state -> state.wire().equals(wire))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST, "invalid-value", "There is no such state of a page."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Problem exists(Site site) {
    return Problem.of(
        HttpStatus.CONFLICT,
        "site-exists",
        "This site is there already, as " + site.id() + "; crawl it again.");
  }

  private static Problem tooMany() {
    return Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "too-many-sites",
        "A workspace has at most " + MOST_SITES + " sites; delete one first.");
  }

  private static Problem stale() {
    return Problem.of(HttpStatus.CONFLICT, "stale", "The site moved on meanwhile; try once more.");
  }
}
