package rapport.runtime.egress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is allowed on the way out.
 *
 * @param allowedHosts hosts, as {@code host} or {@code host:port}, that may have private addresses
 *     and any port: an intranet of one's own, or a server of a test
 * @param mostBytes of an answer, unpacked
 * @param patience for one request and its answer
 * @param mostRedirects followed one after the other, each checked like the first
 */
public record EgressRules(
    List<String> allowedHosts, int mostBytes, Duration patience, int mostRedirects) {

  public EgressRules {
    allowedHosts = allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  boolean allows(String host, int port) {
    return allowedHosts.contains(host) || allowedHosts.contains(host + ":" + port);
  }
}
