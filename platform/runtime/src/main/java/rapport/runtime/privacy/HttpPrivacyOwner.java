package rapport.runtime.privacy;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks profile-service, which keeps the requests. They are asked for and not published, since whom
 * they are about must not lie on a topic.
 */
final class HttpPrivacyOwner implements PrivacyOwner {

  private static final String OWNER = "profile-service";
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** Requests, of which an answer, and reports, of which a body holds this many. */
  private static final int AT_ONCE = 20;

  private static final String PRIVACY = "/internal/workspaces/{workspace}/privacy";
  private static final String PIECES = PRIVACY + "/{request}/services/{service}/pieces";

  private final WebClient client;
  private final ServiceTokens tokens;
  private final String self;

  HttpPrivacyOwner(WebClient.Builder builder, ServiceTokens tokens, String baseUrl, String self) {
    this.client =
        builder
            .clone()
            .baseUrl(baseUrl)
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
            .build();
    this.tokens = tokens;
    this.self = self;
  }

  @Override
  public Flux<PrivacyTask> tasks(String workspace, List<String> requests) {
    return Flux.fromIterable(requests)
        .buffer(AT_ONCE)
        .concatMap(some ->
            client
                .post()
                .uri(PRIVACY + "/tasks", workspace)
                .header(ServiceTokens.HEADER, token(workspace))
                .bodyValue(Map.of("requests", some))
                .retrieve()
                .bodyToFlux(PrivacyTask.class));
  }

  @Override
  public Mono<Void> report(String workspace, String service, List<PrivacyReport> reports) {
    return Flux.fromIterable(reports)
        .buffer(AT_ONCE)
        .concatMap(some ->
            send(
                HttpMethod.POST,
                workspace,
                PRIVACY + "/services/{service}/reports",
                Map.of("reports", some),
                MediaType.APPLICATION_JSON,
                workspace,
                service))
        .then();
  }

  @Override
  public Mono<Void> handIn(
      String workspace, String request, String service, int number, String piece) {
    return send(
        HttpMethod.PUT,
        workspace,
        PIECES + "/{number}",
        piece,
        MediaType.TEXT_PLAIN,
        workspace,
        request,
        service,
        number);
  }

  @Override
  public Mono<Void> handedIn(String workspace, String request, String service, int pieces) {
    return send(
        HttpMethod.POST,
        workspace,
        PIECES,
        Map.of("pieces", pieces),
        MediaType.APPLICATION_JSON,
        workspace,
        request,
        service);
  }

  private Mono<Void> send(
      HttpMethod method,
      String workspace,
      String uri,
      Object body,
      MediaType type,
      Object... variables) {
    return client
        .method(method)
        .uri(uri, variables)
        .header(ServiceTokens.HEADER, token(workspace))
        .contentType(type)
        .bodyValue(body)
        .retrieve()
        .toBodilessEntity()
        .then();
  }

  private String token(String workspace) {
    return tokens.mint(Caller.service(workspace, self), OWNER);
  }
}
