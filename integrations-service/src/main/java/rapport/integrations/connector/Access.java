package rapport.integrations.connector;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;

/**
 * A connection as its connector sees it.
 *
 * @param connection its id
 * @param settings with the secrets among them, opened; never to be logged or answered
 * @param calls the way out
 * @param memory what the connector wants to remember of the connection, such as an access token;
 *     may be forgotten at any time
 */
public record Access(
    String workspace,
    String connection,
    Map<String, String> settings,
    Calls calls,
    Map<String, String> memory) {

  /** The way out: guarded, slowed down and broken off as the connection needs it. */
  public interface Calls {

    /**
     * Makes a request.
     *
     * @param repeatable whether it may be made again when the answer went missing
     * @return fails with {@link ConnectorException} when there is no answer; answers of any status
     *     are answers
     */
    Mono<Fetched> call(Outgoing request, boolean repeatable);

    /**
     * Works with a server that does not speak HTTP, on a thread that may wait.
     *
     * @param ports where such servers are
     * @param work is repeatable, and connects to the address it is given
     * @return fails with {@link ConnectorException}
     */
    <T> Mono<T> work(String host, int port, Set<Integer> ports, Work<T> work);
  }

  /** Work with a server. */
  @FunctionalInterface
  public interface Work<T> {
    T with(InetAddress address) throws Exception;
  }

  public Access {
    settings = Map.copyOf(settings);
  }

  /** A setting that has a value. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * A setting the connector cannot do without.
   *
   * @throws ConnectorException when there is none
   */
  public String needed(String name) {
    return setting(name)
        .orElseThrow(() ->
            ConnectorException.refused("setting-missing", "The setting " + name + " is missing."));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Access[" + workspace + "/" + connection + "]";
  }
}
