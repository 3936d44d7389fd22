package rapport.testkit.planted.impure;

import reactor.core.publisher.Mono;

final class KnowsReactor {
  Mono<String> later() {
    return Mono.just("later");
  }
}
