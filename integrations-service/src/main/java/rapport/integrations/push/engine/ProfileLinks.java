package rapport.integrations.push.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.util.UriComponentsBuilder;
import rapport.integrations.connector.ConnectorException;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Asks profile-service, which puts records of other systems to accounts. */
@Component
final class ProfileLinks implements AccountLinks {

  private static final String OWNER = "profile-service";

  /** What it answers. */
  private record Answer(List<Link> items) {}

  private record Link(String account, String stream) {}

  private final WebClient client;
  private final String url;
  private final ServiceTokens tokens;
  private final String self;

  ProfileLinks(
      WebClient ownServices,
      ServiceTokens tokens,
      @Value("${rapport.profile.url}") String url,
      @Value("${spring.application.name}") String self) {
    this.client = ownServices;
    this.url = url;
    this.tokens = tokens;
    this.self = self;
  }

  @Override
  public Mono<Map<String, String>> streams(
      StreamRef connection, String object, Collection<String> accounts) {
    return client
        .get()
        .uri(
            UriComponentsBuilder.fromUriString(url)
                .path("/internal/workspaces/{workspace}/account-records")
                .queryParam("connection", "{connection}")
                .queryParam("object", "{object}")
                .queryParam("account", accounts)
                .encode()
                .build(connection.workspace(), connection.stream(), object))
        .header(
            ServiceTokens.HEADER, tokens.mint(Caller.service(connection.workspace(), self), OWNER))
        .retrieve()
        .bodyToMono(Answer.class)
        .onErrorMap(
            WebClientException.class,
            failure ->
                ConnectorException.later(
                    "not-ready", "Which accounts are over there already is not known yet.", null))
        .map(answer ->
            answer.items().stream()
                .collect(Collectors.toMap(Link::account, Link::stream, (one, _) -> one)));
  }
}
