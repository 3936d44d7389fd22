package rapport.gateway.account;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people find this Rapport, as whoever runs it says. It is never taken from a request: a link
 * in a mail, or the way back from a sign-in elsewhere, would lead wherever its sender likes.
 */
@Component
public class PublicUrl {
  private final String url;

  /**
   * @param url such as {@code https://rapport.example}, or empty
   * @throws IllegalArgumentException when it is anything else
   */
  PublicUrl(@Value("${rapport.gateway.public-url}") String url) {
    this.url = url.strip().replaceFirst("/+$", "");
    if (!this.url.isEmpty() && !isPlain(URI.create(this.url))) {
      throw new IllegalArgumentException(
          "RAPPORT_PUBLIC_URL must be like https://rapport.example, without a path");
    }
  }

  /** The address of a page or endpoint; empty when nobody said where this Rapport is. */
  public Optional<String> of(String path) {
    return url.isEmpty() ? Optional.empty() : Optional.of(url + path);
  }

  public boolean isSet() {
    return !url.isEmpty();
  }

  private static boolean isPlain(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("https") || scheme.equals("http"))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
