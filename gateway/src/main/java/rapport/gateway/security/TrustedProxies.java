package rapport.gateway.security;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import rapport.runtime.egress.Network;
import reactor.netty.http.server.ConnectionInfo;
import reactor.netty.http.server.HttpServer;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} when, and as far as, they were
 * written by proxies of our own. The address taken is the last one no proxy of ours wrote down
 * about another: entries before it can be made up by the caller.
 */
@Component
final class TrustedProxies implements NettyServerCustomizer {
  private final List<Network> networks;

  TrustedProxies(SecuritySettings settings) {
    this.networks = settings.trustedProxies().stream().map(Network::of).toList();
  }

  @Override
  public HttpServer apply(HttpServer server) {
    return networks.isEmpty() ? server : server.forwarded(this::forwarded);
  }

  private ConnectionInfo forwarded(ConnectionInfo connection, HttpRequest request) {
    InetSocketAddress peer = connection.getRemoteAddress();
    if (peer == null || peer.getAddress() == null || !isTrusted(peer.getAddress())) {
      return connection;
    }
    InetAddress caller = caller(peer.getAddress(), request.headers().getAll("X-Forwarded-For"));
    String proto = request.headers().get("X-Forwarded-Proto", connection.getScheme());
    return connection
        .withRemoteAddress(new InetSocketAddress(caller, peer.getPort()))
        .withScheme(proto.equalsIgnoreCase("https") ? "https" : "http");
  }

  /** The nearest address that is not a proxy of ours, read from the end of what proxies wrote. */
  InetAddress caller(InetAddress peer, List<String> forwardedFor) {
    List<String> hops =
        forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(",", -1))).toList();
    InetAddress caller = peer;
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = literal(hop.strip());
      if (!isTrusted(caller) || address.isEmpty()) {
        break;
      }
      caller = address.get();
    }
    return caller;
  }

  private boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.has(address));
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
