package rapport.gateway.widget;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import rapport.gateway.fallback.Breakers;
import rapport.gateway.route.RouteSettings;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Asks the conversation service which conversation a visitor is in. */
@Component
class ConversationClient {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String PATH = "/internal/workspaces/{ws}/visitors/{visitor}/conversation";

  private final WebClient client;
  private final RouteSettings routes;
  private final ServiceTokens tokens;
  private final Breakers breakers;

  ConversationClient(
      WebClient ownServices, RouteSettings routes, ServiceTokens tokens, Breakers breakers) {
    this.client = ownServices;
    this.routes = routes;
    this.tokens = tokens;
    this.breakers = breakers;
  }

  /** How a conversation begins, when the visitor has none. */
  record NewConversation(String flow, String locale, Map<String, String> context) {}

  /** The conversation a visitor is in; what was replied last comes as the service gives it. */
  record OpenConversation(
      String conversationId,
      long rev,
      String status,
      String mode,
      String locale,
      String dir,
      JsonNode replies) {}

  /**
   * Asked twice when the connection breaks off, which opens no second conversation.
   *
   * @return fails with 422 {@code flow-not-found}, 503 {@code service-unavailable}, 504 {@code
   *     upstream-timeout}
   */
  Mono<OpenConversation> open(Visitor visitor, NewConversation beginning) {
    var call =
        client
            .post()
            .uri(routes.address(Upstream.CONVERSATION) + PATH, visitor.workspace(), visitor.id())
            .header(ServiceTokens.HEADER, token(visitor))
            .bodyValue(beginning)
            .retrieve()
            .onStatus(HttpStatusCode::isError, ConversationClient::refused)
            .bodyToMono(OpenConversation.class)
            .onErrorMap(
                WebClientRequestException.class,
                failure -> failure.getCause() instanceof IOException broken ? broken : failure)
            .retryWhen(
                Retry.max(1)
                    .filter(IOException.class::isInstance)
                    .onRetryExhaustedThrow((_, signal) -> signal.failure()))
            .timeout(routes.answerWithin());
    return breakers.guard(Upstream.CONVERSATION, call);
  }

  private String token(Visitor visitor) {
    return tokens.mint(Caller.service(visitor.workspace(), "gateway"), Upstream.CONVERSATION.id());
  }

  private static Mono<Throwable> refused(ClientResponse response) {
    if (response.statusCode().equals(HttpStatus.NOT_FOUND)) {
      return response
          .releaseBody()
          .thenReturn(
              Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "flow-not-found",
                  "The flow of this widget key is not there."));
    }
    return response
        .releaseBody()
        .thenReturn(
            Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "service-unavailable",
                    "The conversation cannot be opened at the moment; please try again.")
                .withRetryAfter(SOON));
  }
}
