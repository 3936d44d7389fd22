package rapport.lead.crawl;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks for an address and goes where it leads, one hop after the other, as far as it may. */
@Component
final class Hops {

  /** The name sites know this crawler by in robots.txt. */
  static final String ROBOT = "rapportbot";

  private static final String USER_AGENT = "RapportBot/1.0 (reads a site for its owner)";
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST = 5;

  /** Where asking has led. */
  sealed interface Arrival {
    /** To an answer that leads nowhere else. */
    record Answered(Fetched fetched) implements Arrival {}

    /** To an address that must not be asked for; it was not. */
    record Barred(URI at, Barrier barrier) implements Arrival {}
  }

  /**
   * Why an address is not asked for.
   *
   * @param code stable, kebab-case
   * @param detail for people
   */
  record Barrier(String code, String detail) {}

  private final EgressClient egress;

  Hops(EgressClient siteEgress) {
    this.egress = siteEgress;
  }

  /**
   * @param barrier what is in the way of an address, asked before each request
   */
  Mono<Arrival> follow(
      URI from, Map<String, String> headers, Function<URI, Mono<Optional<Barrier>>> barrier) {
    return hop(from, headers, barrier, MOST);
  }

  private Mono<Arrival> hop(
      URI to,
      Map<String, String> headers,
      Function<URI, Mono<Optional<Barrier>>> barrier,
      int left) {
    return barrier
        .apply(to)
        .flatMap(found ->
            found.isPresent()
                ? Mono.just(new Arrival.Barred(to, found.get()))
                : egress
                    .getWithoutRedirects(to, named(headers))
                    .publishOn(Schedulers.boundedElastic()) // pages take time to read
                    .flatMap(fetched -> onwards(fetched, headers, barrier, left)));
  }

  private Mono<Arrival> onwards(
      Fetched fetched,
      Map<String, String> headers,
      Function<URI, Mono<Optional<Barrier>>> barrier,
      int left) {
    var location = fetched.header("location");
    if (!REDIRECTS.contains(fetched.status()) || location.isEmpty()) {
      return Mono.just(new Arrival.Answered(fetched));
    }
    var target = target(fetched.uri(), location.get());
    if (left == 0 || target.isEmpty()) {
      var why = new Barrier("redirects-nowhere", "The address leads on and on, or to no page.");
      return Mono.just(new Arrival.Barred(fetched.uri(), why));
    }
    return hop(target.get(), headers, barrier, left - 1);
  }

  private static Optional<URI> target(URI from, String location) {
    try {
      return Optional.of(from.resolve(location.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> named(Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("user-agent", USER_AGENT);
    return all;
  }
}
