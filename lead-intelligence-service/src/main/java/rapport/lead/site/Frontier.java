package rapport.lead.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.lead.site.Site.Counts;
import rapport.lead.site.Site.Limits;
import rapport.lead.site.SitePage.State;

/**
 * The pages of a site in one crawl: those that were read and those to be read. It grows with what
 * is found and never beyond the site's limits.
 */
public final class Frontier {

  /** Pages that differ in their parameters alone. */
  private static final int MOST_VARIANTS = 20;

  private static final Comparator<SitePage> ORDER =
      Comparator.comparingInt(SitePage::attempts)
          .thenComparingInt(SitePage::depth)
          .thenComparingInt(page -> page.url().length())
          .thenComparing(SitePage::url);

  private final int crawl;
  private final SiteScope scope;
  private final Limits limits;
  private final Map<String, SitePage> pages = new LinkedHashMap<>();
  private final Map<String, Integer> variants = new HashMap<>();
  private boolean full;

  /**
   * @param known pages as they are stored, those of earlier crawls among them
   */
  public Frontier(Site site, Collection<SitePage> known) {
    this.crawl = site.crawl().number();
    this.scope = site.scope();
    this.limits = site.limits();
    known.forEach(page -> pages.put(page.id(), page));
  }

  /** The next page to read: those near the first page come first, those that failed last. */
  public Optional<SitePage> next() {
    return current().filter(page -> page.state() == State.WAITING).min(ORDER);
  }

  /**
   * Takes in pages that were found.
   *
   * @return those that are new in this crawl
   */
  public List<SitePage> found(Collection<PageAddress> addresses, int depth) {
    var fresh = new ArrayList<SitePage>();
    for (var address : addresses) {
      if (depth <= limits.depth() && scope.has(address.uri())) {
        take(address, depth).ifPresent(fresh::add);
      }
    }
    return fresh;
  }

  private Optional<SitePage> take(PageAddress address, int depth) {
    var known = pages.get(address.id());
    if (known != null && known.crawl() == crawl) {
      return Optional.empty();
    }
    if (current().count() >= limits.pages()) {
      full = true;
      return Optional.empty();
    }
    if (address.uri().getRawQuery() != null
        && variants.merge(address.withoutParameters(), 1, Integer::sum) > MOST_VARIANTS) {
      return Optional.empty();
    }
    var page =
        known == null ? SitePage.found(address, depth, crawl) : known.foundAgain(depth, crawl);
    pages.put(page.id(), page);
    return Optional.of(page);
  }

  /** Puts a page in the place of the one with its id. */
  public void put(SitePage page) {
    pages.put(page.id(), page);
  }

  /** Whether there were more pages than the limit lets in. */
  public boolean isFull() {
    return full;
  }

  /** The pages whose text belongs to what the site says, the first page first. */
  public List<SitePage> readable() {
    return current().filter(SitePage::isKnown).sorted(ORDER).toList();
  }

  /** The pages found in this crawl. */
  public List<SitePage> all() {
    return current().toList();
  }

  public Counts counts(long bytes) {
    var by = new HashMap<State, Integer>();
    current().forEach(page -> by.merge(page.state(), 1, Integer::sum));
    return new Counts(
        by.values().stream().mapToInt(Integer::intValue).sum(),
        by.getOrDefault(State.WAITING, 0),
        by.getOrDefault(State.READ, 0),
        by.getOrDefault(State.UNCHANGED, 0),
        by.getOrDefault(State.SKIPPED, 0),
        by.getOrDefault(State.FAILED, 0),
        bytes);
  }

  private Stream<SitePage> current() {
    return pages.values().stream().filter(page -> page.crawl() == crawl);
  }
}
