package rapport.gateway.security;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
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
    this.networks = settings.trustedProxies().stream().map(Network::parse).toList();
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
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Addresses that share their first bits, written {@code 10.0.0.0/8}, or one address. */
  record Network(InetAddress start, int bits) {
    static Network parse(String text) {
      String[] parts = text.strip().split("/", 2);
      InetAddress start = InetAddress.ofLiteral(parts[0]);
      int all = start.getAddress().length * Byte.SIZE;
      int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : all;
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException("no such network: " + text);
      }
      return new Network(start, bits);
    }

    boolean contains(InetAddress address) {
      byte[] mine = start.getAddress();
      byte[] other = address.getAddress();
      if (mine.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
