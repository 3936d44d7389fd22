package rapport.lead.crawl;

import java.util.List;
import java.util.Optional;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.PageText;
import rapport.lead.site.Site;
import reactor.core.publisher.Mono;

/** Makes personas of what a site says. */
@FunctionalInterface
public interface Proposals {

  /**
   * What came of it.
   *
   * @param proposed personas that are new, or proposed anew
   * @param suggested changes for personas that people have reviewed
   * @param problem why there are fewer than one would want
   */
  record Made(int proposed, int suggested, Optional<CrawlProblem> problem) {}

  /**
   * @param pages what the site's pages say, the first page first
   */
  Mono<Made> propose(String workspace, Site site, List<PageText> pages);
}
