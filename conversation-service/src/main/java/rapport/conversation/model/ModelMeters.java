package rapport.conversation.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.time.Duration;
import rapport.conversation.model.ModelSettings.Prices;
import rapport.conversation.model.Question.Purpose;

/**
 * What asking a model takes: {@code rapport.llm.calls} by purpose and outcome, {@code
 * rapport.llm.fallback} by purpose, {@code rapport.llm.tokens} by purpose and kind, {@code
 * rapport.llm.cost} by purpose, in the currency of the prices.
 */
final class ModelMeters {

  /** The model answered. */
  static final String ANSWERED = "ok";

  /** Whoever asked did not wait for the answer any more. */
  static final String CANCELLED = "cancelled";

  private static final double MILLION = 1_000_000;

  private final MeterRegistry registry;
  private final Prices prices;

  ModelMeters(MeterRegistry registry, Prices prices) {
    this.registry = registry;
    this.prices = prices;
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  /**
   * @param outcome {@link #ANSWERED}, {@link #CANCELLED}, or why there was no answer
   */
  void stop(Timer.Sample sample, Purpose purpose, String outcome) {
    sample.stop(calls(registry, purpose, outcome));
    if (!outcome.equals(ANSWERED) && !outcome.equals(CANCELLED)) {
      fallbacks(registry, purpose).increment();
    }
  }

  static Timer calls(MeterRegistry registry, Purpose purpose, String outcome) {
    return Timer.builder("rapport.llm.calls")
        .description("Questions to the language model")
        .tag("purpose", purpose.wire())
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(10))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry);
  }

  static Counter fallbacks(MeterRegistry registry, Purpose purpose) {
    return Counter.builder("rapport.llm.fallback")
        .description("Questions after which people were served without the language model")
        .tag("purpose", purpose.wire())
        .register(registry);
  }

  void used(Purpose purpose, Completion completion) {
    tokens(purpose, "prompt", completion.promptTokens(), prices.prompt());
    tokens(purpose, "completion", completion.completionTokens(), prices.completion());
  }

  private void tokens(Purpose purpose, String kind, long tokens, BigDecimal price) {
    if (tokens > 0) {
      registry
          .counter("rapport.llm.tokens", "purpose", purpose.wire(), "kind", kind)
          .increment((double) tokens);
      registry
          .counter("rapport.llm.cost", "purpose", purpose.wire())
          .increment((double) tokens / MILLION * price.doubleValue());
    }
  }
}
