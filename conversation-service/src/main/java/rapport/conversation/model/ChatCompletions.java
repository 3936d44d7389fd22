package rapport.conversation.model;

import java.time.Clock;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import rapport.conversation.model.ModelException.Reason;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRefusedException;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.HostResolver;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the protocol: {@code POST <base>/chat/completions}, at once or streamed. */
final class ChatCompletions {

  private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS =
      new ParameterizedTypeReference<>() {};

  private static final String END_OF_STREAM = "[DONE]";
  private static final int MOST_BYTES = 256 * 1024;
  private static final int TOO_MANY_REQUESTS = 429;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WebClient client;
  private final ModelSettings settings;
  private final Clock clock;

  ChatCompletions(EgressClient egress, ModelSettings settings, Clock clock) {
    this.client = egress.webClient();
    this.settings = settings;
    this.clock = clock;
  }

  /** The way to a model: there and nowhere else, and how long and how much it may answer. */
  static EgressClient egress(ModelSettings settings, HostResolver resolver) {
    var rules = new EgressRules(settings.allowed(), MOST_BYTES, settings.within(), 0);
    return EgressClient.towards(settings.baseUrl(), rules, resolver);
  }

  /** The whole answer; fails with {@link ModelException}. */
  Mono<Completion> whole(Question question) {
    return request(question, false)
        .exchangeToMono(response ->
            response.statusCode().is2xxSuccessful()
                ? response.bodyToMono(String.class).defaultIfEmpty("")
                : failed(response))
        .map(Completion::read)
        .filter(Completion::end)
        .switchIfEmpty(Mono.error(() -> Completion.malformed("no end")))
        .onErrorMap(ChatCompletions::told);
  }

  /** The answer piece by piece; fails with {@link ModelException} when it breaks off. */
  Flux<Completion> pieces(Question question) {
    return request(question, true)
        .exchangeToFlux(response ->
            response.statusCode().is2xxSuccessful()
                ? response.bodyToFlux(EVENTS)
                : this.<ServerSentEvent<String>>failed(response).flux())
        .mapNotNull(ServerSentEvent::data)
        .map(String::valueOf)
        .takeWhile(data -> !data.equals(END_OF_STREAM))
        .map(Completion::read)
        .transformDeferred(ChatCompletions::whole)
        .onErrorMap(ChatCompletions::told);
  }

  /** A stream that stops before the end it announces is a broken one. */
  private static Flux<Completion> whole(Flux<Completion> pieces) {
    var ended = new boolean[1];
    var length = new int[1];
    return pieces
        .doOnNext(piece -> {
          ended[0] |= piece.end();
          length[0] += piece.text().length();
          if (length[0] > MOST_BYTES) {
            throw Completion.malformed("too long");
          }
        })
        .concatWith(
            Mono.defer(() -> ended[0] ? Mono.empty() : Mono.error(Completion.malformed("no end"))));
  }

  private WebClient.RequestHeadersSpec<?> request(Question question, boolean streamed) {
    return client
        .post()
        .uri(settings.baseUrl() + "/chat/completions")
        .headers(headers -> {
          if (!settings.key().isEmpty()) {
            headers.setBearerAuth(settings.key().text());
          }
        })
        .contentType(MediaType.APPLICATION_JSON)
        .accept(streamed ? MediaType.TEXT_EVENT_STREAM : MediaType.APPLICATION_JSON)
        .bodyValue(JSON.writeValueAsBytes(body(question, streamed)));
  }

  private ObjectNode body(Question question, boolean streamed) {
    var body = JSON.createObjectNode().put("model", settings.model()).put("temperature", 0);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", question.instructions());
    messages.addObject().put("role", "user").put("content", question.data());
    if (streamed) {
      body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    if (question.schema() != null) {
      body.putObject("response_format")
          .put("type", "json_schema")
          .putObject("json_schema")
          .put("name", question.purpose().wire())
          .put("strict", true)
          .set("schema", question.schema());
    }
    return body;
  }

  /** Says no more than the status: the body may repeat what was sent. */
  private <T> Mono<T> failed(ClientResponse response) {
    var status = response.statusCode().value();
    var header = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    var wait = RetryAfter.read(header, clock.instant()).orElse(null);
    var reason =
        status == TOO_MANY_REQUESTS
            ? Reason.RATE_LIMITED
            : status >= 500 ? Reason.FAILED : Reason.REFUSED;
    return response
        .releaseBody()
        .then(Mono.error(ModelException.leaveAlone(reason, "status " + status, wait)));
  }

  private static Throwable told(Throwable failure) {
    return switch (failure) {
      case ModelException told -> told;
      case DataBufferLimitException _ -> Completion.malformed("too long");
      case WebClientRequestException e
          when e.getCause() instanceof EgressRefusedException refused ->
          new ModelException(Reason.REFUSED, refused.code());
      case CodecException _ -> Completion.malformed("unreadable");
      default -> new ModelException(Reason.UNREACHABLE, failure.getClass().getSimpleName());
    };
  }
}
