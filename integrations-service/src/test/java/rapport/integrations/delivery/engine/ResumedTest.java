package rapport.integrations.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.simulators.MovableClock;
import reactor.core.publisher.Mono;

/** What waited for a connection that was paused goes when it is resumed. */
class ResumedTest {

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final Chat chat = new Chat();
  private DeliveryBench bench;
  private LaneWork work;

  @BeforeEach
  void start() {
    bench = new DeliveryBench(folder.resolve("keys.json"), clock, List.of(), PATIENCE);
    work = new LaneWork(List.of(new ChatCarrier(chat)), bench.deliveries, bench.lanes, clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void what_names_the_connection_goes_at_once() {
    owe("d-1", "cn-1");
    backOff();
    resume("cn-1");
    deliver();
    assertThat(delivery("d-1").state()).isEqualTo(State.DONE);
  }

  @Test
  void what_names_no_connection_does_too() {
    owe("d-1", null);
    backOff();
    resume("cn-1");
    deliver();
    assertThat(delivery("d-1").state()).isEqualTo(State.DONE);
  }

  @Test
  void what_waits_for_another_one_waits_on() {
    owe("d-1", "cn-2");
    backOff();
    var due = delivery("d-1").due();
    resume("cn-1");
    assertThat(delivery("d-1").due()).isEqualTo(due);
  }

  @Test
  void what_is_on_its_way_is_left_alone() {
    owe("d-1", "cn-1");
    var stored =
        Objects.requireNonNull(bench.deliveries.find(bench.workspace, "d-1").block(PATIENCE));
    var until = clock.instant().plusSeconds(45);
    assertThat(bench.deliveries.claim(stored, until).block(PATIENCE)).isNotNull();
    resume("cn-1");
    assertThat(delivery("d-1").due()).isEqualTo(until);
  }

  private void owe(String id, @Nullable String connection) {
    var now = clock.instant();
    var parcel = new Parcel.Chat(connection, "C1", "Hello");
    bench
        .owing
        .owe(bench.workspace, Delivery.owed(id, id, "notice", "C1", parcel, now, now))
        .then()
        .block(PATIENCE);
  }

  /** Until it is tried hours later only. */
  private void backOff() {
    for (var tries = 0; tries < 8; tries++) {
      deliver();
      clock.pass(Duration.between(clock.instant(), Objects.requireNonNull(delivery("d-1").due())));
    }
    deliver();
    assertThat(delivery("d-1").due()).isAfter(clock.instant().plus(Duration.ofHours(1)));
  }

  private void resume(String connection) {
    chat.open.set(true);
    bench.owing.resumed(bench.workspace, connection).block(PATIENCE);
  }

  private void deliver() {
    bench.lanes.due(clock.instant(), Set.of(), 100).concatMap(work::look).blockLast(PATIENCE);
  }

  private Delivery delivery(String id) {
    return Objects.requireNonNull(bench.deliveries.find(bench.workspace, id).block(PATIENCE))
        .delivery();
  }

  /** A connection that is paused until it is opened. */
  private static final class Chat implements Outbound {

    private final AtomicBoolean open = new AtomicBoolean();

    @Override
    public Mono<Outcome> send(String workspace, Message message, String key) {
      return Mono.just(
          open.get()
              ? new Outcome.Done("cn-1", "1", false)
              : new Outcome.Later(Duration.ofSeconds(30), "paused", "The connection rests."));
    }

    @Override
    public Mono<Boolean> canSend(String workspace, Class<? extends Message> kind) {
      return Mono.just(true);
    }
  }
}
