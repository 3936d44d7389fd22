package rapport.lead.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Counts;
import rapport.lead.site.SitePage;
import rapport.lead.site.Technology;

/**
 * A site and how reading it goes.
 *
 * @param id made of the host; personas name it as their {@code site}
 * @param hosts that belong to it, with and without {@code www}
 * @param pages that were asked for last, the newest first, at most 50; all are at {@code /pages}
 */
record SiteView(
    String id,
    long rev,
    String url,
    List<String> hosts,
    int maxPages,
    int maxDepth,
    String by,
    Instant createdAt,
    CrawlView crawl,
    List<PageView> pages) {

  static final int PAGES_SHOWN = 50;

  /**
   * The crawl that is under way, or the last one.
   *
   * @param number from 1
   * @param stage {@code starting} (robots.txt, sitemaps), {@code reading}, {@code proposing}
   *     personas, {@code done}, {@code stopped} or {@code failed}
   * @param finishedAt none while it goes on
   * @param counts pages by how reading them went; {@code bytes} of this crawl
   * @param problems to do something about
   * @param technologies what the site is made with, each with its evidence
   * @param proposed personas it proposed, or proposed anew
   * @param suggested changes it suggests for personas that people have reviewed
   */
  record CrawlView(
      int number,
      String stage,
      Instant startedAt,
      @Nullable Instant finishedAt,
      Counts counts,
      List<CrawlProblem> problems,
      List<Technology> technologies,
      int proposed,
      int suggested) {

    private static CrawlView of(Site.Crawl crawl) {
      return new CrawlView(
          crawl.number(),
          crawl.stage().wire(),
          crawl.startedAt(),
          crawl.finishedAt(),
          crawl.counts(),
          crawl.problems(),
          crawl.technologies(),
          crawl.proposed(),
          crawl.suggested());
    }
  }

  static SiteView of(Site site, List<SitePage> pages) {
    return new SiteView(
        site.id(),
        site.rev(),
        site.url(),
        site.scope().hosts(),
        site.limits().pages(),
        site.limits().depth(),
        site.by(),
        site.createdAt(),
        CrawlView.of(site.crawl()),
        pages.stream().map(PageView::of).toList());
  }
}
