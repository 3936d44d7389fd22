package rapport.lead.crawl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * What a page wants of those who read it by machine.
 *
 * @param index whether its text may be kept
 * @param follow whether its links may be followed
 */
record Directives(boolean index, boolean follow) {

  /** From the page's own tags and the header {@code X-Robots-Tag}. */
  static Directives of(Document page, Optional<String> header) {
    var said = new StringBuilder(header.map(Directives::meant).orElse(""));
    for (var tag : page.select("meta[name][content]")) {
      var name = tag.attr("name").toLowerCase(Locale.ROOT);
      if (name.equals("robots") || name.equals(Hops.ROBOT)) {
        said.append(',').append(tag.attr("content"));
      }
    }
    var words = Arrays.asList(said.toString().toLowerCase(Locale.ROOT).split("[\\s,]+"));
    var none = words.contains("none");
    return new Directives(
        !none && !words.contains("noindex"), !none && !words.contains("nofollow"));
  }

  /** A header that names another robot is not meant for this one. */
  private static String meant(String header) {
    var colon = header.indexOf(':');
    var name = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.equals("unavailable_after")
        ? header
        : name.equals(Hops.ROBOT) ? header.substring(colon + 1) : "";
  }
}
