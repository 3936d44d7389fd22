package rapport.lead.api;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.lead.site.Site;
import rapport.lead.store.Pages;
import rapport.lead.store.Sites;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Finds sites and shows them. */
@Component
final class SiteReading {

  private final Sites sites;
  private final Pages pages;

  SiteReading(Sites sites, Pages pages) {
    this.sites = sites;
    this.pages = pages;
  }

  /** Fails with 404 when there is none. */
  Mono<Site> found(String workspace, String id) {
    return sites
        .find(workspace, id)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such site.")));
  }

  Mono<SiteView> view(String workspace, Site site) {
    return pages
        .latest(workspace, site.id(), site.crawl().number(), SiteView.PAGES_SHOWN)
        .collectList()
        .map(latest -> SiteView.of(site, latest));
  }
}
