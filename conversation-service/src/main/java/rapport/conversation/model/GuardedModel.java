package rapport.conversation.model;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.conversation.model.ModelException.Reason;
import rapport.conversation.model.Question.Purpose;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks a model without ever waiting long for it: one time limit for all questions of a turn, a
 * breaker for a model that fails, a bulkhead for one that is slow, and silence for as long as it
 * asks for. Everything else in a turn goes on meanwhile as if there were no model.
 */
final class GuardedModel implements LanguageModel {
  private static final Logger log = LoggerFactory.getLogger(GuardedModel.class);

  private static final int WINDOW = 20;
  private static final int LEAST_CALLS = 5;
  private static final int MOST_FAILURES = 50;
  private static final int TRIALS = 2;

  private final ChatCompletions api;
  private final ModelSettings settings;
  private final ModelMeters meters;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final AtomicReference<Instant> leftAloneUntil = new AtomicReference<>(Instant.MIN);

  GuardedModel(ChatCompletions api, ModelSettings settings, ModelMeters meters, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
    this.breaker = breaker(settings);
    this.bulkhead =
        Bulkhead.of(
            "llm",
            BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .writableStackTraceEnabled(false)
                .build());
  }

  private static CircuitBreaker breaker(ModelSettings settings) {
    var breaker =
        CircuitBreaker.of(
            "llm",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(MOST_FAILURES)
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .maxWaitDurationInHalfOpenState(settings.pause())
                .recordException(failure -> failure instanceof ModelException)
                .ignoreException(GuardedModel::onlyBusy)
                .writableStackTraceEnabled(false)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> log.warn("language model {}", event.getStateTransition()));
    return breaker;
  }

  /** A model that asks for fewer questions is well; it gets what it asks for. */
  private static boolean onlyBusy(Throwable failure) {
    return failure instanceof ModelException told && told.reason() == Reason.RATE_LIMITED;
  }

  @Override
  public String name() {
    return "model:" + settings.model();
  }

  @Override
  public Mono<String> answer(Question question) {
    return guarded(question.purpose(), Flux.defer(() -> api.whole(question)))
        .map(Completion::text)
        .single();
  }

  @Override
  public Flux<String> stream(Question question) {
    return guarded(question.purpose(), Flux.defer(() -> api.pieces(question)))
        .map(Completion::text)
        .filter(text -> !text.isEmpty());
  }

  private Flux<Completion> guarded(Purpose purpose, Flux<Completion> answer) {
    return Flux.deferContextual(context -> {
      var sample = meters.start();
      var left = ModelTime.left(context, settings.within(), System::nanoTime);
      return unless(left, answer)
          .onErrorMap(GuardedModel::told)
          .doOnNext(completion -> meters.used(purpose, completion))
          .doOnComplete(() -> meters.stop(sample, purpose, ModelMeters.ANSWERED))
          .doOnCancel(() -> meters.stop(sample, purpose, ModelMeters.CANCELLED))
          .doOnError(
              ModelException.class,
              failure -> {
                meters.stop(sample, purpose, failure.reason().wire());
                failed(purpose, failure);
              });
    });
  }

  /** The answer, unless it is no use to ask now. */
  private Flux<Completion> unless(Duration left, Flux<Completion> answer) {
    if (clock.instant().isBefore(leftAloneUntil.get())) {
      return Flux.error(new ModelException(Reason.PAUSED, "as it asked for"));
    }
    if (left.isNegative() || left.isZero()) {
      return Flux.error(new ModelException(Reason.TIMED_OUT, "no time left in this turn"));
    }
    return answer
        .takeUntilOther(late(left))
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .transformDeferred(BulkheadOperator.of(bulkhead));
  }

  private static Mono<Void> late(Duration left) {
    return Mono.delay(left)
        .then(Mono.error(() -> new ModelException(Reason.TIMED_OUT, "no answer in " + left)));
  }

  private static Throwable told(Throwable failure) {
    return switch (failure) {
      case ModelException told -> told;
      case CallNotPermittedException _ ->
          new ModelException(Reason.BREAKER_OPEN, "failed too often");
      case BulkheadFullException _ -> new ModelException(Reason.BUSY, "too many at once");
      default -> failure;
    };
  }

  private void failed(Purpose purpose, ModelException failure) {
    var reason = failure.reason();
    log.debug("no answer to {}: {}, {}", purpose.wire(), reason.wire(), failure.getMessage());
    var after = failure.after();
    if (reason == Reason.RATE_LIMITED || after != null) {
      var wait = Objects.requireNonNullElse(after, settings.pause());
      leaveAlone(clock.instant().plus(wait), wait);
    }
  }

  private void leaveAlone(Instant until, Duration wait) {
    var before = leftAloneUntil.getAndAccumulate(until, (a, b) -> a.isAfter(b) ? a : b);
    if (until.isAfter(before)) {
      log.info("language model left alone for {}", wait);
    }
  }
}
