package rapport.lead.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a page as it is asked for: without fragment, without parameters that only say
 * where somebody came from, the others in order.
 */
public record PageAddress(URI uri) {

  private static final int LONGEST = 500;
  private static final int DEEPEST_PATH = 8;
  private static final int MOST_PARAMETERS = 2;

  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_.*|[a-z]*clid|mc_[ce]id|ref|referrer|source|session(id)?|sid|phpsessid"
              + "|jsessionid|_ga|_gl|hs.*|trk|fb.*|share|print|replytocom|sort|order|orderby|dir"
              + "|view|filter.*|lang_switch|return.*|redirect.*|next|back)=.*");

  /** Files that are no pages. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "(?i).*\\.(jpe?g|png|gif|svg|webp|avif|ico|css|js|mjs|json|xml|rss|atom|pdf|docx?|xlsx?"
              + "|pptx?|odt|zip|gz|tgz|tar|rar|7z|exe|dmg|apk|msi|mp3|mp4|m4a|avi|mov|webm|woff2?"
              + "|ttf|otf|eot|ics|vcf|csv|txt|wasm)");

  /** Addresses that do something, or lead to what is nobody's business but the visitor's. */
  private static final Pattern DOES_SOMETHING =
      Pattern.compile(
          "(?i)(log-?(in|out|off)|sign-?(in|out|off|up)|register|auth|oauth|account|my-account"
              + "|password|reset|cart|basket|checkout|add-?to-?cart|wishlist|compare|delete|remove"
              + "|edit|unsubscribe|subscribe|wp-admin|wp-json|wp-login(\\.php)?|admin|cdn-cgi|feed"
              + "|search|calendar|print|trackback|xmlrpc(\\.php)?)");

  /**
   * The page a link leads to; empty when it is none that should be read, wherever it may be.
   *
   * @param base the address of the page the link is on
   */
  public static Optional<PageAddress> of(URI base, String link) {
    try {
      var target = base.resolve(link.strip().replace(" ", "%20"));
      return SiteScope.isWeb(target) ? cleaned(target) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<PageAddress> cleaned(URI target) {
    var path = target.getRawPath() == null ? "" : target.getRawPath().replaceAll("/{2,}", "/");
    var segments = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    if (target.toString().length() > LONGEST
        || segments.size() > DEEPEST_PATH
        || repeats(segments)
        || NO_PAGE.matcher(path).matches()
        || segments.stream().anyMatch(part -> DOES_SOMETHING.matcher(part).matches())) {
      return Optional.empty();
    }
    var parameters = parameters(target.getRawQuery());
    if (parameters.size() > MOST_PARAMETERS) {
      return Optional.empty();
    }
    var query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    var scheme = target.getScheme().toLowerCase(Locale.ROOT);
    var host = target.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    var port =
        target.getPort() < 0 || isUsual(scheme, target.getPort()) ? "" : ":" + target.getPort();
    try {
      var uri = new URI(scheme + "://" + host + port + (path.isEmpty() ? "/" : path) + query);
      return Optional.of(new PageAddress(uri));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isUsual(String scheme, int port) {
    return port == (scheme.equals("https") ? 443 : 80);
  }

  private static boolean repeats(List<String> segments) {
    return segments.stream().distinct().count() < segments.size() - 1;
  }

  private static List<String> parameters(String query) {
    return query == null
        ? List.of()
        : Arrays.stream(query.split("&"))
            .filter(part -> !part.isBlank() && !TRACKING.matcher(part + "=").matches())
            .sorted()
            .distinct()
            .toList();
  }

  /**
   * What two addresses of one page have in common: no scheme, no {@code www}, no slash or index
   * file at the end.
   */
  public String key() {
    var path = uri.getRawPath().replaceAll("(?i)/(index|default)\\.(html?|php|aspx?)$", "/");
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return SiteScope.name(uri) + path.replaceAll("/+$", "") + query;
  }

  /** Unique among the pages of a site. */
  public String id() {
    return SiteIds.hash(key()).substring(0, 24);
  }

  /** Pages that differ in their parameters alone share this. */
  public String withoutParameters() {
    return SiteScope.name(uri) + uri.getRawPath();
  }
}
