package rapport.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.http.codec.ServerSentEvent;
import rapport.runtime.kafka.KafkaClients;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@Timeout(300)
class FeedsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TopicTail deaf =
      new TopicTail(new KafkaClients(new KafkaProperties()), "test", List.of());
  private final Feeds feeds = new Feeds(deaf, meters, Duration.ofHours(1), Duration.ofHours(1));

  @BeforeEach
  void start() {
    feeds.start();
  }

  @Test
  void signals_at_once_and_on_each_change_of_that_stream() {
    StepVerifier.create(feeds.changes("acme/1"))
        .expectNext(0L)
        .then(() -> feeds.changed("acme/2"))
        .then(() -> feeds.changed("acme/1"))
        .expectNext(1L)
        .then(() -> feeds.changed("acme/1"))
        .expectNext(2L)
        .thenCancel()
        .verify();
  }

  @Test
  void who_watches_a_workspace_hears_of_each_of_its_streams() {
    StepVerifier.create(feeds.changesOfAny("acme"))
        .expectNext(0L)
        .then(() -> feeds.changed("bolt/1"))
        .then(() -> feeds.changed("acme/1"))
        .expectNext(1L)
        .then(() -> feeds.changed("acme/2"))
        .expectNext(2L)
        .thenCancel()
        .verify();
  }

  @Test
  void every_watcher_hears_and_the_last_to_leave_takes_the_stream_along() {
    var first = feeds.changes("acme/1").subscribe();
    StepVerifier.create(feeds.changes("acme/1"))
        .expectNext(0L)
        .then(() -> feeds.changed("acme/1"))
        .expectNext(1L)
        .thenCancel()
        .verify();
    assertThat(feeds.watchedStreams()).isEqualTo(1);
    first.dispose();
    assertThat(feeds.watchedStreams()).isZero();
    feeds.changed("acme/1");
  }

  @Test
  void a_slow_watcher_gets_one_signal_for_many_changes() {
    StepVerifier.create(feeds.changes("acme/1"), 1)
        .expectNext(0L)
        .then(() -> IntStream.range(0, 1_000).forEach(_ -> feeds.changed("acme/1")))
        .thenRequest(1)
        .expectNext(1_000L)
        .thenCancel()
        .verify();
  }

  @Test
  void ticks_when_nothing_is_heard() {
    var ticking = new Feeds(deaf, meters, Duration.ofMillis(20), Duration.ofMillis(20));
    StepVerifier.create(ticking.changes("acme/1").take(4)).expectNextCount(4).verifyComplete();
  }

  @Test
  void many_threads_may_signal_at_once_and_the_last_signal_arrives() throws Exception {
    var last = new AtomicLong();
    var watching = feeds.changes("acme/1").subscribe(last::set);
    var threads =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> IntStream.range(0, 500).forEach(_ -> feeds.changed("acme/1"))))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    await().until(() -> last.get() == 2_000);
    watching.dispose();
  }

  @Test
  void a_response_is_kept_alive_counted_and_ends_with_its_events() {
    var ownMeters = new SimpleMeterRegistry();
    var ticking = new Feeds(deaf, ownMeters, Duration.ofMillis(10), Duration.ofMillis(20));
    var event = ServerSentEvent.builder("hello").build();
    StepVerifier.create(ticking.serve(Flux.just(event).concatWith(Flux.never())).take(3))
        .expectNext(event)
        .assertNext(beat -> assertThat(beat.comment()).isEmpty())
        .assertNext(_ -> assertThat(clients(ownMeters)).isEqualTo(1))
        .verifyComplete();
    assertThat(clients(ownMeters)).isZero();
    StepVerifier.create(ticking.serve(Flux.just(event))).expectNext(event).verifyComplete();
  }

  @Test
  void a_shutdown_ends_every_feed() {
    StepVerifier.create(feeds.serve(Flux.<ServerSentEvent<String>>never()))
        .then(feeds::stop)
        .verifyComplete();
    StepVerifier.create(feeds.changes("acme/1").skip(1)).verifyComplete();
  }

  private static double clients(SimpleMeterRegistry meters) {
    return meters.get("rapport.sse.clients").gauge().value();
  }
}
