package rapport.conversation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class SerialByKeyTest {
  private final SerialByKey serial = new SerialByKey();

  @Test
  void runs_the_work_of_one_key_one_after_the_other() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var work =
        Flux.range(0, 200)
            .flatMap(
                _ ->
                    serial.run(
                        "a",
                        () ->
                            Mono.fromCallable(
                                    () -> {
                                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                      return running.decrementAndGet();
                                    })
                                .subscribeOn(Schedulers.parallel())),
                64);
    StepVerifier.create(work).expectNextCount(200).verifyComplete();
    assertThat(most).hasValue(1);
  }

  @Test
  void lets_other_keys_pass() {
    var never = Sinks.<String>one();
    var stuck = serial.run("a", never::asMono).subscribe();
    StepVerifier.create(serial.run("b", () -> Mono.just("done")))
        .expectNext("done")
        .verifyComplete();
    stuck.dispose();
  }

  @Test
  void goes_on_after_a_failure_and_after_somebody_gave_up() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    StepVerifier.create(serial.run("a", () -> Mono.error(new IllegalStateException())))
        .verifyError();
    serial.run("a", Mono::never).subscribe().dispose();
    StepVerifier.create(serial.run("a", () -> Mono.fromRunnable(() -> done.add("last"))))
        .verifyComplete();
    assertThat(done).containsExactly("last");
  }
}
