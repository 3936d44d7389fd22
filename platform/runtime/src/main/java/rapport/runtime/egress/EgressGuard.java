package rapport.runtime.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Decides where a request may go: resolves the host once, checks every address it has, and gives
 * out the one to connect to. Whoever connects takes that address and asks nobody again, so a host
 * cannot show one address to the check and another to the connection.
 */
final class EgressGuard {

  private final EgressRules rules;
  private final HostResolver resolver;
  private final Predicate<InetAddress> isPublic;
  private final IntPredicate isWebPort;

  EgressGuard(
      EgressRules rules,
      HostResolver resolver,
      Predicate<InetAddress> isPublic,
      IntPredicate isWebPort) {
    this.rules = rules;
    this.resolver = resolver;
    this.isPublic = isPublic;
    this.isWebPort = isWebPort;
  }

  /**
   * The address to connect to. Blocks while the host is looked up.
   *
   * @throws EgressRefusedException when the request must not be made
   */
  InetAddress check(URI uri) {
    return check(host(uri), port(uri), isWebPort);
  }

  /** The same for something that is not of the web; {@code isPort} says where such things are. */
  InetAddress check(String host, int port, IntPredicate isPort) {
    var addresses = addresses(host);
    if (!rules.allows(host, port) && !rules.allow(addresses)) {
      if (!isPort.test(port)) {
        throw new EgressRefusedException("bad-address", "port " + port + " is not gone to");
      }
      if (!addresses.stream().allMatch(isPublic)) {
        throw new EgressRefusedException(
            "private-address", host + " has an address that is not of the internet");
      }
    }
    return addresses.getFirst();
  }

  private static String host(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    var host = uri.getHost();
    if (!(scheme.equals("http") || scheme.equals("https"))
        || host == null
        || uri.getRawUserInfo() != null) {
      throw new EgressRefusedException("bad-address", "only http and https, and no user names");
    }
    var plain = host.toLowerCase(Locale.ROOT);
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private List<InetAddress> addresses(String host) {
    try {
      var addresses = resolver.addresses(host.replaceAll("^\\[|]$", ""));
      if (!addresses.isEmpty()) {
        return addresses;
      }
    } catch (UnknownHostException _) {
      // told below
    }
    throw new EgressRefusedException("unknown-host", "there is no host " + host);
  }
}
