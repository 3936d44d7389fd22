package rapport.conversation.value;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which addresses of the web a field may hold. */
final class Urls {

  private static final int MOST = 2_000;

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

  private static boolean named(@Nullable String host) {
    return host != null && !host.isEmpty();
  }
}
