package rapport.lead.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Ids of sites, made of their host, so that the page a visitor is on tells its site: {@code
 * www.shop.example} and {@code shop.example} are both {@code shop_example}.
 */
public final class SiteIds {

  private static final int LONGEST = 64;
  private static final int HASH = 12;
  private static final int WEB = 80;
  private static final int SECURE_WEB = 443;

  private SiteIds() {}

  /** The id of the site with this address. */
  public static String of(URI address) {
    var host = host(address).replace('.', '_').replaceAll("[^a-z0-9_-]", "");
    var port = address.getPort();
    var id = port < 0 || port == WEB || port == SECURE_WEB ? host : host + "__" + port;
    return id.length() <= LONGEST
        ? id
        : id.substring(0, LONGEST - HASH - 1) + "_" + hash(id).substring(0, HASH);
  }

  /** The id of the site a visitor's page is of; empty when the page is not a whole address. */
  public static Optional<String> ofPage(String page) {
    try {
      var address = URI.create(page);
      return address.getHost() == null ? Optional.empty() : Optional.of(of(address));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The host in lower case, without {@code www} and without a dot at its end. */
  static String host(URI address) {
    var host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  /** SHA-256 in hexadecimal digits. */
  public static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
