package rapport.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The network address by which strangers are told apart. */
public final class NetworkAddress {
  private static final int IPV6_NETWORK_BYTES = 8;

  private NetworkAddress() {}

  /** The address a request came from; {@code unknown} when the connection is already gone. */
  public static String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    return remote == null || remote.getAddress() == null ? "unknown" : of(remote.getAddress());
  }

  /** An IPv4 address, or the /64 network of an IPv6 address: one host owns all of it. */
  static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
        : address.getHostAddress();
  }
}
