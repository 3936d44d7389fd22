package rapport.runtime.projection;

import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.outbox.PublishedStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the owning service for the events of a stream: {@code GET
 * /internal/workspaces/{workspace}/streams/{stream}/events?from=&to=}, and which streams there are:
 * {@code GET /internal/workspaces/{workspace}/streams?topic=}.
 */
public final class HttpEventSource implements EventSource {

  private static final ParameterizedTypeReference<List<WireMessage>> MESSAGES =
      new ParameterizedTypeReference<>() {};

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final WebClient client;
  private final ServiceTokens tokens;
  private final String self;
  private final String owner;

  /**
   * @param baseUrl of the owning service
   * @param owner the owning service's name, the audience of the token
   * @param self the asking service's name
   */
  public HttpEventSource(
      WebClient.Builder builder, ServiceTokens tokens, String baseUrl, String owner, String self) {
    this.client =
        builder
            .clone()
            .baseUrl(baseUrl)
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
            .build();
    this.tokens = tokens;
    this.owner = owner;
    this.self = self;
  }

  @Override
  public Mono<List<WireMessage>> events(String workspace, String stream, long fromRev, long toRev) {
    return client
        .get()
        .uri(uri ->
            uri.path("/internal/workspaces/{workspace}/streams/{stream}/events")
                .queryParam("from", fromRev)
                .queryParam("to", toRev)
                .build(workspace, stream))
        .header(ServiceTokens.HEADER, tokens.mint(Caller.service(workspace, self), owner))
        .retrieve()
        .bodyToMono(MESSAGES);
  }

  @Override
  public Flux<String> streams(String workspace, String topic) {
    return client
        .get()
        .uri(uri ->
            uri.path("/internal/workspaces/{workspace}/streams")
                .queryParam("topic", "{topic}")
                .build(workspace, topic))
        .accept(MediaType.APPLICATION_NDJSON)
        .header(ServiceTokens.HEADER, tokens.mint(Caller.service(workspace, self), owner))
        .retrieve()
        .bodyToFlux(PublishedStream.class)
        .map(PublishedStream::stream);
  }
}
