package rapport.lead.crawl;

import java.util.ArrayList;
import java.util.List;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.SitePage;
import rapport.lead.site.SitePage.State;

/** What a person can do something about, once all pages were asked for. */
final class Problems {

  private static final int HARDLY_ANY_WORDS = 20;
  private static final int TOO_LITTLE = 3;

  private Problems() {}

  static List<CrawlProblem> of(CrawlSession session) {
    var problems = new ArrayList<CrawlProblem>();
    var pages = session.frontier.all();
    var failed = pages.stream().filter(page -> page.state() == State.FAILED).toList();
    pages.stream()
        .filter(page -> page.depth() == 0 && !page.isKnown() && page.detail() != null)
        .map(page -> new CrawlProblem("start-page-unread", "" + page.detail(), page.url()))
        .forEach(problems::add);
    if (!failed.isEmpty()) {
      var first = failed.getFirst();
      problems.add(
          new CrawlProblem(
              "pages-failed",
              failed.size() + " pages could not be read; the first: " + first.detail(),
              first.url()));
    }
    if (session.frontier.isFull()) {
      var most = session.site().limits().pages();
      problems.add(
          new CrawlProblem(
              "page-limit", "The site has more than the " + most + " pages that were read.", null));
    }
    var known = session.frontier.readable();
    if (known.size() >= TOO_LITTLE
        && known.stream().filter(Problems::isEmpty).count() * 2 > known.size()) {
      problems.add(
          new CrawlProblem(
              "no-text",
              "Most pages have hardly any text. Pages that are made by scripts in the browser"
                  + " cannot be read; a sitemap of pages with text helps.",
              null));
    }
    return problems;
  }

  private static boolean isEmpty(SitePage page) {
    return page.words() < HARDLY_ANY_WORDS;
  }

  static CrawlProblem outOf(String code, String of, CrawlSession session) {
    var waiting = session.crawl().counts().waiting();
    var detail = "The limit of " + of + " was reached with " + waiting + " pages left to read.";
    return new CrawlProblem(code, detail, null);
  }
}
