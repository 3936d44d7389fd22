package rapport.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

@Timeout(300)
class WorkerTest {

  private final AtomicInteger steps = new AtomicInteger();
  private Worker worker = new Worker("test", () -> Duration.ofHours(1));

  @AfterEach
  void stop() {
    worker.stop(Duration.ofSeconds(1));
  }

  @Test
  void rests_until_woken() {
    start(Duration.ofHours(1));
    await().until(() -> steps.get() == 1);
    worker.wake();
    await().until(() -> steps.get() == 2);
  }

  @Test
  void a_wake_during_the_step_is_not_lost() throws InterruptedException {
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    worker =
        new Worker(
            "test",
            () -> {
              if (steps.incrementAndGet() == 1) {
                inside.countDown();
                leave.await();
              }
              return Duration.ofHours(1);
            });
    worker.start();
    assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
    worker.wake();
    leave.countDown();
    await().until(() -> steps.get() == 2);
  }

  @Test
  void a_step_may_be_a_mono_and_one_that_never_ends_is_given_up() {
    worker =
        new Worker(
            "test",
            Worker.waitingFor(
                Duration.ofMillis(10),
                () ->
                    steps.incrementAndGet() == 1 ? Mono.never() : Mono.just(Duration.ofHours(1))));
    worker.start();
    await().until(() -> steps.get() == 2);
  }

  @Test
  void goes_on_at_once_while_there_is_more() {
    worker =
        new Worker(
            "test", () -> steps.incrementAndGet() < 1_000 ? Duration.ZERO : Duration.ofHours(1));
    worker.start();
    await().until(() -> steps.get() == 1_000);
  }

  @Test
  void tries_again_after_a_failure() {
    worker =
        new Worker(
            "test",
            () -> {
              if (steps.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
              }
              return Duration.ofHours(1);
            });
    worker.start();
    await().until(() -> steps.get() == 3);
  }

  @Test
  void finishes_what_there_is_to_do_before_it_stops() {
    worker =
        new Worker(
            "test", () -> steps.incrementAndGet() < 50_000 ? Duration.ZERO : Duration.ofHours(1));
    worker.start();
    worker.stop(Duration.ofSeconds(10));
    assertThat(steps.get()).isEqualTo(50_000);
    assertThat(worker.isRunning()).isFalse();
  }

  @Test
  void gathers_what_comes_at_about_the_same_time_but_not_when_it_stops() {
    worker =
        new Worker(
            "test",
            Duration.ofHours(1),
            () -> {
              steps.incrementAndGet();
              return Duration.ofHours(1);
            });
    worker.start();
    await().until(() -> steps.get() == 1);
    worker.wake();
    worker.wake();
    worker.stop(Duration.ofSeconds(10));
    assertThat(steps.get()).isEqualTo(2);
  }

  @Test
  void a_step_that_hangs_is_interrupted() {
    worker =
        new Worker(
            "test",
            () -> {
              steps.incrementAndGet();
              new CountDownLatch(1).await();
              return Duration.ZERO;
            });
    worker.start();
    await().until(() -> steps.get() == 1);
    worker.stop(Duration.ofMillis(50));
    assertThat(worker.isRunning()).isFalse();
  }

  @Test
  void a_step_that_is_interrupted_at_a_stop_is_not_begun_again() {
    worker =
        new Worker(
            "test",
            Worker.waitingFor(
                Duration.ofHours(1),
                () -> {
                  steps.incrementAndGet();
                  return Mono.never();
                }));
    worker.start();
    await().until(() -> steps.get() == 1);
    worker.stop(Duration.ZERO);
    assertThat(worker.isRunning()).isFalse();
    assertThat(steps.get()).isEqualTo(1);
  }

  private void start(Duration rest) {
    worker =
        new Worker(
            "test",
            () -> {
              steps.incrementAndGet();
              return rest;
            });
    worker.start();
  }
}
