package rapport.conversation.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses of the web a field may hold. */
final class Urls {

  private static final int MOST = 2_000;

  private static final Pattern NUMBER_LAST =
      Pattern.compile("(^|\\.)([0-9]+|0[xX][0-9a-fA-F]*)\\.?$");
  private static final Pattern ADDRESS =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private Urls() {}

  /** Whether it is an http or https address with a host, or a path of our own below /api/. */
  static boolean valid(String url) {
    if (url.length() > MOST || url.indexOf('\\') >= 0) {
      return false;
    }
    try {
      var uri = new URI(url);
      return (uri.getScheme() == null && uri.getRawAuthority() == null)
          ? ourOwn(uri, url)
          : web(uri.getScheme()) && named(uri.getHost()) && uri.getRawUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean ourOwn(URI uri, String url) {
    return url.startsWith("/api/") && url.equals(uri.normalize().toString());
  }

  private static boolean web(@Nullable String scheme) {
    return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
  }

  /** A host whose last part is a number must be an address as people write it: 10.0.0.1. */
  private static boolean named(@Nullable String host) {
    return host != null
        && !host.isEmpty()
        && (!NUMBER_LAST.matcher(host).find() || ADDRESS.matcher(host).matches());
  }
}
