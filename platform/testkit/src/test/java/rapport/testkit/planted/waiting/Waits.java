package rapport.testkit.planted.waiting;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class Waits {
  @Nullable String block(Mono<String> mono) {
    return mono.block();
  }

  @Nullable String last(Flux<String> flux) {
    return flux.blockLast();
  }

  Disposable start(Flux<String> flux) {
    return flux.subscribe();
  }

  CompletableFuture<@Nullable String> future(Mono<String> mono) {
    return mono.toFuture();
  }
}
