package rapport.lead.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that belong to a site. With and without {@code www} is the same host; the scheme does
 * not matter, another port does.
 *
 * @param hosts such as {@code shop.example:8080}, in lower case, without {@code www}
 */
public record SiteScope(List<String> hosts) {

  public SiteScope {
    hosts = List.copyOf(hosts);
  }

  /** Whether the address is of this site. */
  public boolean has(URI address) {
    return isWeb(address) && hosts.contains(name(address));
  }

  /** Whether somebody may give this as the address of a site. */
  public static boolean isWeb(URI address) {
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && address.getHost() != null
        && address.getRawUserInfo() == null;
  }

  /** How the host of an address is written in {@link #hosts}. */
  public static String name(URI address) {
    var port = address.getPort();
    var usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return SiteIds.host(address) + (port < 0 || port == usual ? "" : ":" + port);
  }
}
