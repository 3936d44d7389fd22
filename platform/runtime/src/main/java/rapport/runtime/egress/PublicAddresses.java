package rapport.runtime.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses that anybody on the internet may reach from those of this machine, of private
 * networks, and of a cloud's own services.
 */
final class PublicAddresses {

  /** Special-purpose networks of IANA that a crawler has no business in. */
  private static final List<Network> CLOSED =
      List.of(
          Network.of("0.0.0.0/8"),
          Network.of("10.0.0.0/8"),
          Network.of("100.64.0.0/10"),
          Network.of("127.0.0.0/8"),
          Network.of("169.254.0.0/16"),
          Network.of("172.16.0.0/12"),
          Network.of("192.0.0.0/24"),
          Network.of("192.0.2.0/24"),
          Network.of("192.88.99.0/24"),
          Network.of("192.168.0.0/16"),
          Network.of("198.18.0.0/15"),
          Network.of("198.51.100.0/24"),
          Network.of("203.0.113.0/24"),
          Network.of("224.0.0.0/4"),
          Network.of("240.0.0.0/4"));

  /** Of IPv6 only what is given out for the internet, without what carries an IPv4 address. */
  private static final Network GLOBAL = Network.of("2000::/3");

  private static final List<Network> CLOSED_SIX =
      List.of(
          Network.of("2001::/23"),
          Network.of("2001:db8::/32"),
          Network.of("2002::/16"),
          Network.of("3fff::/20"));

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    return address instanceof Inet4Address
        ? CLOSED.stream().noneMatch(network -> network.has(address))
        : GLOBAL.has(address) && CLOSED_SIX.stream().noneMatch(network -> network.has(address));
  }
}
