package rapport.lead.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.Frontier;
import rapport.lead.site.Site;
import rapport.lead.site.Site.Crawl;
import rapport.lead.site.SitePage;
import rapport.lead.site.Technology;
import rapport.lead.store.Sites.Due;

/** A crawl in memory. Everything but the host's rules can be had from the store again. */
final class CrawlSession {

  private static final int MOST_PROBLEMS = 20;
  private static final int MOST_SITEMAPS = 10;

  final String workspace;
  final Frontier frontier;
  private Site site;
  private final Map<String, RobotRules> rules = new HashMap<>();
  private final Map<String, CrawlProblem> problems = new LinkedHashMap<>();
  private final Map<String, Technology> technologies = new LinkedHashMap<>();
  private @Nullable Deque<URI> sitemaps;
  private int sitemapsSeen;
  private int failuresInARow;
  private long bytes;

  CrawlSession(Due due, Collection<SitePage> known) {
    this.workspace = due.workspace();
    this.site = due.site();
    this.frontier = new Frontier(site, known);
    this.bytes = site.crawl().counts().bytes();
    site.crawl().problems().forEach(this::problem);
    site.crawl().technologies().forEach(one -> technologies.put(one.name(), one));
  }

  Site site() {
    return site;
  }

  void site(Site saved) {
    site = saved;
  }

  Optional<RobotRules> rules(String origin) {
    return Optional.ofNullable(rules.get(origin));
  }

  void rules(String origin, RobotRules of) {
    rules.put(origin, of);
  }

  /** The longest pause one of the hosts asks for. */
  Duration delay() {
    return rules.values().stream()
        .map(RobotRules::delay)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  void problem(CrawlProblem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.putIfAbsent(problem.code() + " " + problem.url(), problem);
    }
  }

  /** What a page shows that was read; what only that page showed before may be gone. */
  void technologies(String page, List<Technology> found) {
    technologies.values().removeIf(one -> one.page().equals(page));
    found.forEach(one -> technologies.putIfAbsent(one.name(), one));
  }

  boolean knowsSitemaps() {
    return sitemaps != null;
  }

  /** Sitemaps to read, as far as there are not too many. */
  void sitemaps(List<URI> found) {
    var all = sitemaps == null ? new ArrayDeque<URI>() : sitemaps;
    for (var one : found) {
      if (sitemapsSeen < MOST_SITEMAPS) {
        sitemapsSeen++;
        all.add(one);
      }
    }
    sitemaps = all;
  }

  Optional<URI> nextSitemap() {
    return Optional.ofNullable(sitemaps).map(Deque::poll);
  }

  void answered(int length) {
    failuresInARow = 0;
    bytes += length;
  }

  /** How many requests in a row had no answer, with this one. */
  int unanswered() {
    return ++failuresInARow;
  }

  long bytes() {
    return bytes;
  }

  /** The crawl as it stands now. */
  Crawl crawl() {
    return site.crawl()
        .with(frontier.counts(bytes))
        .with(new ArrayList<>(problems.values()), new ArrayList<>(technologies.values()));
  }
}
