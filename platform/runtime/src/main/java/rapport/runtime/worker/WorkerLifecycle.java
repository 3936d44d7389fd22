package rapport.runtime.worker;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * A component that has its own {@link Worker}, which works while the service runs. Whoever wants
 * the last step finished overrides {@link #stop()}.
 */
public interface WorkerLifecycle extends SmartLifecycle {

  Worker worker();

  @Override
  default void start() {
    worker().start();
  }

  /** Cuts off what the worker is doing. */
  @Override
  default void stop() {
    worker().stop(Duration.ZERO);
  }

  @Override
  default boolean isRunning() {
    return worker().isRunning();
  }
}
