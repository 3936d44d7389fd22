package rapport.conversation.model;

import java.util.function.Function;
import rapport.conversation.model.ModelException.Reason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks a model only in conversations whose person has not withheld that. Everything else in a turn
 * goes on as if there were no model.
 */
final class ConsentedModel implements LanguageModel {

  private final LanguageModel model;
  private final Function<Speaker, Mono<Boolean>> withholds;

  /**
   * @param withholds whether nothing of that conversation may be shown to a model
   */
  ConsentedModel(LanguageModel model, Function<Speaker, Mono<Boolean>> withholds) {
    this.model = model;
    this.withholds = withholds;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Mono<String> answer(Question question) {
    return allowed().then(Mono.defer(() -> model.answer(question)));
  }

  @Override
  public Flux<String> stream(Question question) {
    return allowed().thenMany(Flux.defer(() -> model.stream(question)));
  }

  /** Nobody has agreed to a question that comes out of nowhere. */
  private Mono<Void> allowed() {
    return Mono.deferContextual(context -> Mono.justOrEmpty(Speaker.of(context)))
        .flatMap(withholds)
        .defaultIfEmpty(true)
        .flatMap(withheld ->
            withheld
                ? Mono.error(new ModelException(Reason.WITHHELD, "by the person"))
                : Mono.empty());
  }
}
