package rapport.lead.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rapport.lead.site.PageAddress;
import rapport.lead.site.PageText;
import rapport.lead.site.PageText.Link;
import rapport.lead.site.SiteScope;
import rapport.lead.site.Technology;

/**
 * A page as it was read.
 *
 * @param canonical the address the page says it has; empty when it says none
 * @param technologies what it shows it is made with
 */
record ReadPage(
    PageText text,
    Directives directives,
    Optional<PageAddress> canonical,
    List<Technology> technologies) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)");
  private static final Set<String> NOT_TO_BE_FOLLOWED = Set.of("nofollow", "ugc", "sponsored");
  private static final int MOST_LINKS = 400;
  private static final int LONGEST_LABEL = 100;

  /**
   * Reads a page. Its charset is what its byte order mark, the header, or it itself says.
   *
   * @param headers by name in lower case
   */
  static ReadPage read(URI uri, byte[] body, Map<String, String> headers, SiteScope scope) {
    try {
      var page =
          Jsoup.parse(
              new ByteArrayInputStream(body), charset(headers.get("content-type")), uri.toString());
      var directives = Directives.of(page, Optional.ofNullable(headers.get("x-robots-tag")));
      var canonical = canonical(uri, page, scope);
      var links = directives.follow() ? links(uri, page, scope) : List.<Link>of();
      var technologies = Technologies.in(page, headers);
      var description = page.select("meta[name=description]").attr("content").strip();
      var text =
          new PageText(uri.toString(), page.title().strip(), description, MainText.of(page), links);
      return new ReadPage(text, directives, canonical, technologies);
    } catch (IOException e) {
      throw new IllegalStateException(e); // the bytes are in memory
    }
  }

  private static @Nullable String charset(@Nullable String contentType) {
    var found = CHARSET.matcher(contentType == null ? "" : contentType);
    try {
      return found.find() && Charset.isSupported(found.group(1)) ? found.group(1) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Optional<PageAddress> canonical(URI uri, Document page, SiteScope scope) {
    var href = page.select("link[rel=canonical][href]").attr("abs:href");
    return href.isEmpty()
        ? Optional.empty()
        : address(uri, href).filter(address -> scope.has(address.uri()));
  }

  private static List<Link> links(URI uri, Document page, SiteScope scope) {
    var links = new LinkedHashMap<String, Link>();
    for (var element : page.select("a[href]")) {
      if (links.size() < MOST_LINKS && mayFollow(element)) {
        linked(uri, element)
            .filter(address -> scope.has(address.uri()))
            .ifPresent(address -> {
              var label = label(element);
              links.merge(
                  address.id(),
                  new Link(address.uri().toString(), label),
                  (before, now) -> before.label().isEmpty() ? now : before);
            });
      }
    }
    return new ArrayList<>(links.values());
  }

  private static boolean mayFollow(Element link) {
    var rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return rel.stream().noneMatch(NOT_TO_BE_FOLLOWED::contains) && !link.hasAttr("download");
  }

  /** With the page's own {@code base}, if it has one that can be read. */
  private static Optional<PageAddress> linked(URI uri, Element link) {
    var href = link.attr("href").strip();
    if (href.isEmpty() || href.startsWith("#")) {
      return Optional.empty();
    }
    var absolute = link.attr("abs:href");
    return address(uri, absolute.isEmpty() ? href : absolute);
  }

  private static Optional<PageAddress> address(URI uri, String href) {
    try {
      return PageAddress.of(uri, href);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String label(Element link) {
    var text = link.text().strip();
    var label = text.isEmpty() ? link.attr("aria-label").strip() : text;
    return label.length() > LONGEST_LABEL ? "" : label;
  }
}
