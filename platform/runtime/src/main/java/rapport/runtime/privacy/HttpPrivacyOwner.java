package rapport.runtime.privacy;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Mono;

/**
 * Asks profile-service, which keeps the requests. They are asked for and not published, since whom
 * they are about must not lie on a topic.
 */
final class HttpPrivacyOwner implements PrivacyOwner {

  private static final String OWNER = "profile-service";
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final String REQUEST = "/internal/workspaces/{workspace}/privacy/{request}";

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
  public Mono<PrivacyTask> task(String workspace, String request) {
    return client
        .get()
        .uri(REQUEST, workspace, request)
        .header(ServiceTokens.HEADER, token(workspace))
        .retrieve()
        .bodyToMono(PrivacyTask.class)
        .onErrorResume(
            WebClientResponseException.class,
            e -> e.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(e));
  }

  @Override
  public Mono<Void> report(String workspace, String request, String service, PrivacyReport report) {
    return send(
        HttpMethod.POST,
        workspace,
        REQUEST + "/services/{service}",
        report,
        MediaType.APPLICATION_JSON,
        workspace,
        request,
        service);
  }

  @Override
  public Mono<Void> handIn(
      String workspace, String request, String service, int number, String piece) {
    return send(
        HttpMethod.PUT,
        workspace,
        REQUEST + "/services/{service}/pieces/{number}",
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
        REQUEST + "/services/{service}/pieces",
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
