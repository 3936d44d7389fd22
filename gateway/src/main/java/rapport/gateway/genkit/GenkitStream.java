package rapport.gateway.genkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import rapport.gateway.fallback.BrokenAnswerException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A streamed answer on its way to a Genkit client, which would wait for ever for a frame that does
 * not come, also after a clean end. So a stream that falls silent gets an error as its last frame,
 * and one that breaks off, or ends without a last frame, ends with its connection.
 */
final class GenkitStream extends ServerHttpResponseDecorator {
  private final Duration silence;
  private final JsonMapper json;

  /**
   * @param silence time between two pieces of a stream after which it is given up
   */
  GenkitStream(ServerHttpResponse response, Duration silence, JsonMapper json) {
    super(response);
    this.silence = silence;
    this.json = json;
  }

  private record Failed(GenkitError error) {}

  /** The head goes out before the first frame is there: it tells the stream's id. */
  @Override
  public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
    if (getStatusCode() != HttpStatus.OK) {
      return super.writeAndFlushWith(body);
    }
    var head = Flux.just(Mono.<DataBuffer>empty());
    var frames = guarded(Flux.from(body).concatMap(part -> part, 1));
    return super.writeAndFlushWith(head.concatWith(frames.map(Mono::just)));
  }

  private Flux<DataBuffer> guarded(Flux<DataBuffer> body) {
    return Flux.defer(() -> {
      var watch = new FrameWatch();
      return body.doOnNext(watch::see)
          .timeout(silence, Flux.defer(() -> givenUp(watch)))
          .concatWith(Mono.defer(() -> ended(watch)))
          .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    });
  }

  /** An error frame, unless it would run into one that is half sent. */
  private Flux<DataBuffer> givenUp(FrameWatch watch) {
    if (watch.hasEnded()) {
      return Flux.empty();
    }
    if (!watch.isBetweenFrames()) {
      return Flux.error(new BrokenAnswerException("a stream fell silent in a frame"));
    }
    var error = GenkitError.of(HttpStatus.GATEWAY_TIMEOUT, "The service fell silent; try again.");
    String frame = "error: " + json.writeValueAsString(new Failed(error)) + "\n\n";
    DataBuffer bytes = bufferFactory().wrap(frame.getBytes(StandardCharsets.US_ASCII));
    watch.see(bytes);
    return Flux.just(bytes);
  }

  private static Mono<DataBuffer> ended(FrameWatch watch) {
    return watch.hasEnded()
        ? Mono.empty()
        : Mono.error(new BrokenAnswerException("a stream ended without a result or an error"));
  }
}
