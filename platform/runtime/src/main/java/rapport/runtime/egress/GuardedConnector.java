package rapport.runtime.egress;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** Connects a {@code WebClient} to nothing but addresses that were checked. */
final class GuardedConnector implements ClientHttpConnector {

  private final EgressGuard guard;
  private final HttpClient client;

  GuardedConnector(EgressGuard guard, HttpClient client) {
    this.guard = guard;
    this.client = client;
  }

  @Override
  public Mono<ClientHttpResponse> connect(
      HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> request) {
    return Mono.fromCallable(() -> guard.check(uri))
        .subscribeOn(Schedulers.boundedElastic())
        .map(address -> new ReactorClientHttpConnector(client.resolver(new PinnedAddress(address))))
        .flatMap(connector -> connector.connect(method, uri, request));
  }
}
