package rapport.lead.api;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.lead.site.PageAddress;
import rapport.lead.site.Site.Limits;
import rapport.lead.site.SiteScope;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * A site to be read.
 *
 * @param url the page to begin with; {@code https} when it names no scheme
 * @param hosts more hosts that belong to the site, such as {@code help.shop.example}; with and
 *     without {@code www} is the same
 * @param maxPages 1 to 1,000; 200 when absent
 * @param maxDepth links from the first page, 0 to 10; 5 when absent
 */
record SiteRequest(
    @Nullable String url,
    @Nullable List<String> hosts,
    @Nullable Integer maxPages,
    @Nullable Integer maxDepth) {

  private static final int USUAL_PAGES = 200;
  private static final int MOST_PAGES = 1_000;
  private static final int USUAL_DEPTH = 5;
  private static final int DEEPEST = 10;
  private static final int MOST_HOSTS = 10;

  /**
   * @throws Problem 422 {@code invalid-site}
   */
  URI address() {
    var text = url == null ? "" : url.strip();
    return address(text.contains("://") ? text : "https://" + text, "url");
  }

  /**
   * @throws Problem 422 {@code invalid-site}
   */
  SiteScope scope() {
    var names = new LinkedHashSet<String>();
    names.add(SiteScope.name(address()));
    var more = hosts == null ? List.<@Nullable String>of() : hosts;
    if (more.size() > MOST_HOSTS) {
      throw invalid("hosts", "too-many", "At most " + MOST_HOSTS + " hosts, please.");
    }
    for (var at = 0; at < more.size(); at++) {
      names.add(SiteScope.name(address("https://" + more.get(at), "hosts[" + at + "]")));
    }
    return new SiteScope(List.copyOf(names));
  }

  /**
   * @throws Problem 422 {@code invalid-site}
   */
  Limits limits() {
    var pages = maxPages == null ? USUAL_PAGES : maxPages;
    var depth = maxDepth == null ? USUAL_DEPTH : maxDepth;
    if (pages < 1 || pages > MOST_PAGES) {
      throw invalid("maxPages", "out-of-range", "From 1 to " + MOST_PAGES + " pages, please.");
    }
    if (depth < 0 || depth > DEEPEST) {
      throw invalid("maxDepth", "out-of-range", "From 0 to " + DEEPEST + " links, please.");
    }
    return new Limits(pages, depth);
  }

  private static URI address(String text, String path) {
    try {
      var uri = URI.create(text);
      return PageAddress.of(uri, text)
          .map(PageAddress::uri)
          .orElseThrow(
              () -> invalid(path, "not-an-address", "It is no address of a page or host."));
    } catch (IllegalArgumentException _) {
      throw invalid(path, "not-an-address", "It is no address of a page or host.");
    }
  }

  private static Problem invalid(String path, String code, String detail) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid-site", "The site cannot be read like this.")
        .withErrors(List.of(new FieldError(path, code, detail)));
  }
}
