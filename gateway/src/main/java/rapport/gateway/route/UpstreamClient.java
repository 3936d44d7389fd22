package rapport.gateway.route;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Lets requests to services run on the server's own threads: no second set of them, no hand-over.
 */
@Component
final class UpstreamClient implements HttpClientCustomizer {
  private final ReactorResourceFactory resources;

  UpstreamClient(ReactorResourceFactory resources) {
    this.resources = resources;
  }

  @Override
  public HttpClient customize(HttpClient client) {
    return client.runOn(resources.getLoopResources());
  }
}
