package rapport.conversation.genkit;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a call comes to: as one JSON body, or frame by frame to a caller that streams.
 *
 * <p>A streamed answer ends with a result or an error whatever happens, because a client that
 * misses it waits for ever. Its head goes out at once, so that the caller knows the stream's id.
 */
@Component
final class Answering {

  private final Frames frames;
  private final JsonMapper json;
  private final Duration within;

  /**
   * @param within how long a call may take before it ends with {@code DEADLINE_EXCEEDED}
   */
  Answering(
      Frames frames,
      JsonMapper json,
      @Value("${rapport.genkit.answer-within:30s}") Duration within) {
    this.frames = frames;
    this.json = json;
    this.within = within;
  }

  private record Result(Object result) {}

  /** Answers a call that cannot be replayed. */
  Mono<Void> answer(ServerWebExchange exchange, Mono<Answer> answer) {
    return answer(exchange, null, answer);
  }

  /**
   * Answers a call.
   *
   * @param id by which the stream can be asked for again
   */
  Mono<Void> answer(ServerWebExchange exchange, @Nullable StreamId id, Mono<Answer> answer) {
    Headers.trace(exchange);
    return Headers.wantsStream(exchange.getRequest())
        ? stream(exchange, id, frames(exchange, answer))
        : json(exchange, answer);
  }

  /**
   * Shows a stream again.
   *
   * @param stored finds what it came to; 204 when nothing is stored under the id
   */
  Mono<Void> replay(
      ServerWebExchange exchange, String id, Function<StreamId, Mono<Answer>> stored) {
    return Mono.justOrEmpty(StreamId.parse(id))
        .flatMap(known ->
            stored
                .apply(known)
                .map(answer -> stream(exchange, known, frames(exchange, Mono.just(answer)))))
        .timeout(within)
        .defaultIfEmpty(
            Mono.fromRunnable(() -> exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT)))
        .flatMap(written -> written);
  }

  private Mono<Void> stream(
      ServerWebExchange exchange, @Nullable StreamId id, Flux<byte[]> written) {
    var response = exchange.getResponse();
    response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
    response.getHeaders().setCacheControl("no-store");
    if (id != null) {
      response.getHeaders().set(Headers.STREAM_ID, id.text());
    }
    var head = Flux.just(Flux.<DataBuffer>empty());
    return response.writeAndFlushWith(
        head.concatWith(written.map(frame -> Flux.just(response.bufferFactory().wrap(frame)))));
  }

  private Flux<byte[]> frames(ServerWebExchange exchange, Mono<Answer> answer) {
    return complete(answer)
        .flatMapIterable(complete -> complete.frames(frames))
        .onErrorResume(
            failure -> Mono.fromSupplier(() -> frames.error(Failures.told(failure, exchange))));
  }

  private Mono<Void> json(ServerWebExchange exchange, Mono<Answer> answer) {
    return complete(answer)
        .map(complete -> body(exchange, HttpStatus.OK, new Result(complete.result())))
        .onErrorResume(failure ->
            Mono.fromSupplier(() -> {
              var error = Failures.told(failure, exchange);
              return body(exchange, error.status().http(), error);
            }))
        .flatMap(written -> written);
  }

  private Mono<Void> body(ServerWebExchange exchange, HttpStatus status, Object content) {
    var response = exchange.getResponse();
    var bytes = json.writeValueAsBytes(content);
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }

  /** Never late, and never without an answer. */
  private Mono<Answer> complete(Mono<Answer> answer) {
    return answer
        .timeout(within)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("a call without an answer")));
  }
}
