package rapport.gateway.widget;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Origins of pages: {@code https://shop.example}, with a port when it is not the scheme's own. In a
 * list of allowed ones the port may be {@code *}, and the host may begin with {@code *.} for all
 * hosts below (not the domain itself).
 */
final class Origins {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(https?)://((?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(\\*|\\d{1,5}))?");

  private Origins() {}

  /** How an allowed origin is kept: in lower case, without the scheme's own port. */
  static Optional<String> normal(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    String lower = written.strip().toLowerCase(Locale.ROOT);
    var parts =
        WRITTEN.matcher(lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower);
    if (!parts.matches() || parts.group(2).contains("..")) {
      return Optional.empty();
    }
    String port = parts.group(3);
    boolean usual = port == null || port.equals(parts.group(1).equals("https") ? "443" : "80");
    return Optional.of(parts.group(1) + "://" + parts.group(2) + (usual ? "" : ":" + port));
  }

  /** Whether a page of this origin is allowed; {@code null}, as files and sandboxes have, never. */
  static boolean allow(List<String> allowed, String origin) {
    return normal(origin)
        .filter(plain -> !plain.contains("*"))
        .filter(plain -> allowed.stream().anyMatch(pattern -> matches(pattern, plain)))
        .isPresent();
  }

  private static boolean matches(String pattern, String origin) {
    if (!pattern.contains("*")) {
      return pattern.equals(origin);
    }
    Parts wanted = Parts.of(pattern);
    Parts given = Parts.of(origin);
    boolean host =
        wanted.host().startsWith("*.")
            ? given.host().endsWith(wanted.host().substring(1))
                && given.host().length() > wanted.host().length() - 1
            : wanted.host().equals(given.host());
    return host
        && wanted.scheme().equals(given.scheme())
        && (wanted.port().equals("*") || wanted.port().equals(given.port()));
  }

  private record Parts(String scheme, String host, String port) {
    static Parts of(String normal) {
      var parts = WRITTEN.matcher(normal);
      if (!parts.matches()) {
        throw new IllegalArgumentException("not an origin: " + normal);
      }
      String port = parts.group(3);
      return new Parts(parts.group(1), parts.group(2), port == null ? "" : port);
    }
  }

  /** The origin of a page; empty when its address is none of a web page. */
  static Optional<String> of(URI page) {
    String scheme = page.getScheme();
    String host = page.getHost();
    if (scheme == null || host == null) {
      return Optional.empty();
    }
    String port = page.getPort() < 0 ? "" : ":" + page.getPort();
    return normal(scheme + "://" + host + port);
  }

  /** An http or https address; empty when the text is none. */
  static Optional<URI> page(@Nullable String address) {
    try {
      return Optional.ofNullable(address)
          .filter(text -> !text.isBlank())
          .map(String::strip)
          .map(Origins::uri)
          .filter(uri -> of(uri).isPresent());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Browsers leave characters in addresses that are none of a URI's; the query is not needed. */
  private static URI uri(String address) {
    try {
      return new URI(address.replaceFirst("[?#].*", "").replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
