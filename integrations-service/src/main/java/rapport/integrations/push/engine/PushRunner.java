package rapport.integrations.push.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.turn.Turns;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Sees to it that what changes is pushed, through every connection side by side. */
@Component
@ConditionalOnBooleanProperty(name = "rapport.integrations.push.run", matchIfMissing = true)
public final class PushRunner implements WorkerLifecycle {

  private static final int AT_ONCE = 64;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(30);
  private static final Duration END_PATIENCE = Duration.ofSeconds(5);

  private final Spreading spreading;
  private final Pushes pushes;
  private final PushWork push;
  private final Clock clock;
  private final Turns turns = new Turns(AT_ONCE);
  private final Worker worker;

  PushRunner(Spreading spreading, Pushes pushes, PushWork push, Clock clock) {
    this.spreading = spreading;
    this.pushes = pushes;
    this.push = push;
    this.clock = clock;
    this.worker = new Worker("integrations-push", Worker.waitingFor(STORE_PATIENCE, this::look));
  }

  private Mono<Duration> look() {
    return spreading
        .once()
        .flatMap(more ->
            pushes
                .due(clock.instant(), turns.names(), turns.free())
                .doOnNext(ref -> turns.begin(ref.key(), place -> push.once(ref, place)))
                .then(Mono.just(more ? Duration.ZERO : REST)));
  }

  /** Looks at once for what is to be pushed. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void stop() {
    worker.stop(END_PATIENCE);
    turns.stop(END_PATIENCE);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
