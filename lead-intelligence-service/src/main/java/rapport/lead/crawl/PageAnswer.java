package rapport.lead.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rapport.lead.site.SiteScope;
import rapport.runtime.egress.Fetched;

/** What asking for a page came to. */
sealed interface PageAnswer {

  /** It has not changed since it was read. */
  record NotModified(int status) implements PageAnswer {}

  /** Here it is. */
  record Page(URI uri, int status, ReadPage read, Map<String, String> headers)
      implements PageAnswer {}

  /** It is nothing to read. */
  record NoPage(int status, String detail) implements PageAnswer {}

  /** It is not there, or not for everybody. */
  record Refused(int status, String detail) implements PageAnswer {}

  /** It may be there later. */
  record Later(int status, String detail, Duration pause) implements PageAnswer {}

  Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
  Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Understands an answer that leads nowhere else. */
  static PageAnswer of(Fetched fetched, SiteScope scope) {
    var status = fetched.status();
    return switch (status) {
      case 200 -> page(fetched, scope);
      case 304 -> new NotModified(status);
      case 401, 403 -> new Refused(status, "The server lets only some see it (" + status + ").");
      case 404, 410 -> new Refused(status, "There is no such page (" + status + ").");
      case 429, 503 ->
          new Later(status, "The server wants a pause (" + status + ").", pause(fetched));
      default ->
          status >= 500
              ? new Later(status, "The server failed (" + status + ").", Duration.ZERO)
              : new Refused(status, "The server answered " + status + ".");
    };
  }

  private static PageAnswer page(Fetched fetched, SiteScope scope) {
    var type =
        fetched
            .header("content-type")
            .map(value -> value.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT))
            .orElse("text/html");
    if (!HTML.contains(type)) {
      return new NoPage(fetched.status(), "It is no page of text but " + type + ".");
    }
    var headers = new LinkedHashMap<String, String>();
    for (var name : Technologies.HEADERS) {
      fetched.header(name).ifPresent(value -> headers.put(name, value));
    }
    for (var name : Set.of("content-type", "x-robots-tag", "etag", "last-modified")) {
      fetched.header(name).ifPresent(value -> headers.put(name, value));
    }
    var read = ReadPage.read(fetched.uri(), fetched.body(), headers, scope);
    return new Page(fetched.uri(), fetched.status(), read, headers);
  }

  private static Duration pause(Fetched fetched) {
    var seconds =
        fetched.header("retry-after").filter(value -> value.matches("\\d{1,6}")).map(Long::valueOf);
    var pause = Duration.ofSeconds(seconds.orElse(0L));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
