package rapport.conversation.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Runs the work of one key one after the other, in the order it came. It spares the writers of this
 * process from racing each other; what keeps the log right is the log itself.
 */
final class SerialByKey {
  private final ConcurrentHashMap<String, Mono<Void>> tails = new ConcurrentHashMap<>();

  <T> Mono<T> run(String key, Supplier<Mono<T>> work) {
    return Mono.defer(() -> {
      var done = Sinks.<Void>one();
      var end = done.asMono();
      var before = tails.put(key, end);
      var turn = before == null ? Mono.defer(work) : before.then(Mono.defer(work));
      return turn.doFinally(_ -> {
        tails.remove(key, end);
        done.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
      });
    });
  }
}
