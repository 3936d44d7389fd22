package rapport.runtime.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is allowed on the way out.
 *
 * @param allowed what may have private addresses and any port: an intranet of one's own, or a
 *     server of a test. Hosts, as {@code host} or {@code host:port}, and networks, as {@code
 *     10.1.0.0/16}
 * @param mostBytes of an answer, unpacked
 * @param patience for one request and its answer
 * @param mostRedirects followed one after the other, each checked like the first
 */
public record EgressRules(
    List<String> allowed, int mostBytes, Duration patience, int mostRedirects) {

  /**
   * @throws IllegalArgumentException when something with a slash is no network
   */
  public EgressRules {
    allowed = allowed.stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).toList();
    networks(allowed).forEach(Network::of);
  }

  /** The same, and one more thing that may be private. */
  EgressRules allowing(String more) {
    var all = Stream.concat(allowed.stream(), Stream.of(more)).toList();
    return new EgressRules(all, mostBytes, patience, mostRedirects);
  }

  boolean allows(String host, int port) {
    return allowed.contains(host) || allowed.contains(host + ":" + port);
  }

  /** Whether all of them are of networks that are allowed. */
  boolean allow(List<InetAddress> addresses) {
    var networks = networks(allowed).map(Network::of).toList();
    return addresses.stream()
        .allMatch(address -> networks.stream().anyMatch(network -> network.has(address)));
  }

  private static Stream<String> networks(List<String> allowed) {
    return allowed.stream().filter(each -> each.contains("/"));
  }
}
