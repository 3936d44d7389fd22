package rapport.conversation.model;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A language model behind a time limit, a breaker and a bulkhead. Nobody can rely on it: every
 * failure is a {@link ModelException}, and comes within the time limit.
 */
public interface LanguageModel {

  /** What answers are said to be from, such as {@code model:qwen3-8b}. */
  String name();

  /** The whole answer; fails with {@link ModelException}. */
  Mono<String> answer(Question question);

  /**
   * The answer in pieces, as they come. It completes only when the answer is whole; one that breaks
   * off fails with {@link ModelException}. Cancelling ends the request.
   */
  Flux<String> stream(Question question);
}
