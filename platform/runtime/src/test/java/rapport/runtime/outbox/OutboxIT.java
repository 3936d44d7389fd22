package rapport.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.topic.OwnedTopics;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.FreePort;

@Timeout(300)
class OutboxIT {

  private static final Duration SWEEP = Duration.ofMillis(300);
  private static final Duration WEEK = Duration.ofDays(7);

  private final String topic = "outbox-" + UUID.randomUUID();
  private final MemoryOutbox outbox = new MemoryOutbox(topic);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Instant aWhileAgo = Instant.now().minusSeconds(60);
  private final List<OutboxRelay> relays = new ArrayList<>();

  @AfterEach
  void stop() {
    relays.forEach(OutboxRelay::stop);
  }

  @Test
  void publishes_exactly_the_log_each_stream_in_order() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 3);
    var relay = relay(broker.bootstrapServers());
    for (int turn = 0; turn < 40; turn++) {
      for (var stream : List.of("a", "b", "c", "d", "e")) {
        outbox.store(stream, 1 + turn % 3, Instant.now());
        relay.wake("acme/" + stream);
      }
    }
    await().until(outbox::allPublished);
    assertThat(onTopic(broker)).isEqualTo(log());
    assertThat(meters.counter("rapport.outbox.published").count()).isEqualTo(200);
    await().until(() -> oldestUnpublished() == 0);
  }

  @Test
  void a_sweep_finds_what_nobody_woke() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    IntStream.range(0, 700).forEach(n -> outbox.store("s" + n % 350, 1, aWhileAgo));
    relay(broker.bootstrapServers());
    await().until(outbox::allPublished);
    assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
  }

  @Test
  void what_another_instance_has_just_stored_is_left_to_it() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("fresh", 1, Instant.now().plusSeconds(3_600));
    outbox.store("old", 1, aWhileAgo);
    relay(broker.bootstrapServers());
    await().until(() -> !onTopic(broker).isEmpty());
    assertThat(onTopic(broker)).containsOnlyKeys("acme/old");
  }

  @Test
  void waits_for_a_broker_that_comes_later_and_for_one_that_goes_away() {
    var port = FreePort.next();
    var relay = relay("127.0.0.1:" + port);
    outbox.store("a", 2, aWhileAgo);
    relay.wake("acme/a");
    await().until(() -> oldestUnpublished() >= 60);
    try (var broker = EmbeddedBroker.startOn(port)) {
      broker.createTopic(topic, 1);
      await().until(outbox::allPublished);

      broker.interrupt();
      IntStream.range(0, 20).forEach(_ -> outbox.store("a", 1, aWhileAgo));
      relay.wake("acme/a");
      await().until(() -> oldestUnpublished() >= 60);
      assertThat(outbox.allPublished()).isFalse();
      broker.resume();
      await().until(outbox::allPublished);
      assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
      relay.stop();
    }
  }

  @Test
  void relays_side_by_side_keep_first_occurrences_in_order() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var first = relay(broker.bootstrapServers());
    var second = relay(broker.bootstrapServers());
    for (int turn = 0; turn < 150; turn++) {
      for (var stream : List.of("a", "b", "c")) {
        outbox.store(stream, 1, aWhileAgo);
        (turn % 2 == 0 ? first : second).wake("acme/" + stream);
        (turn % 3 == 0 ? second : first).wake("acme/" + stream);
      }
    }
    await().until(outbox::allPublished);
    assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
  }

  @Test
  void what_is_handed_over_goes_out_in_order_without_being_read_again() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 3);
    var relay = relay(broker.bootstrapServers());
    for (int turn = 0; turn < 40; turn++) {
      for (var stream : List.of("a", "b", "c", "d", "e")) {
        handOver(relay, outbox.store(stream, 1 + turn % 3, Instant.now().plusSeconds(60)));
      }
    }
    await().until(outbox::allPublished);
    assertThat(onTopic(broker)).isEqualTo(log());
    assertThat(outbox.reads()).isZero();
    assertThat(meters.counter("rapport.outbox.published").count()).isEqualTo(200);
    await().until(() -> oldestUnpublished() == 0);
  }

  @Test
  void what_is_handed_over_in_another_order_goes_out_in_that_of_the_store() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var relay = relay(broker.bootstrapServers());
    var later = Instant.now().plusSeconds(60);
    var entries = IntStream.range(0, 60).mapToObj(_ -> outbox.store("a", 2, later)).toList();
    var mixed = new ArrayList<>(entries);
    Collections.shuffle(mixed, new Random(7));
    mixed.forEach(entry -> handOver(relay, entry));
    await().until(outbox::allPublished);
    assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
  }

  @Test
  void what_was_sent_but_not_marked_when_an_instance_died_is_only_sent_again() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var dies = relay(broker.bootstrapServers(), WEEK); // a sweep would begin with the marks
    outbox.forgetMarks();
    IntStream.range(0, 10).forEach(_ -> handOver(dies, outbox.store("a", 2, aWhileAgo)));
    await().until(() -> firstOccurrences(onTopic(broker)).equals(log()));
    dies.stop();
    assertThat(outbox.allPublished()).isFalse();
    outbox.keepMarks();
    var next = relay(broker.bootstrapServers());
    handOver(next, outbox.store("a", 1, aWhileAgo));
    await().until(outbox::allPublished);
    assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
  }

  @Test
  void what_was_sent_is_marked_at_the_latest_when_the_relay_stops() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var relay = relay(broker.bootstrapServers());
    IntStream.range(0, 500).forEach(n -> handOver(relay, outbox.store("s" + n, 1, Instant.now())));
    relay.stop();
    assertThat(outbox.allPublished()).isTrue();
    assertThat(onTopic(broker)).isEqualTo(log());
  }

  @Test
  void what_is_handed_over_to_relays_side_by_side_keeps_first_occurrences_in_order() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var both = List.of(relay(broker.bootstrapServers()), relay(broker.bootstrapServers()));
    var random = new Random(3);
    for (int turn = 0; turn < 150; turn++) {
      for (var stream : List.of("a", "b", "c")) {
        handOver(both.get(random.nextInt(2)), outbox.store(stream, 1, aWhileAgo));
      }
    }
    await().until(outbox::allPublished);
    assertThat(firstOccurrences(onTopic(broker))).isEqualTo(log());
  }

  @Test
  void what_is_handed_over_and_refused_for_good_holds_up_its_own_stream_alone() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var relay = relay(broker.bootstrapServers());
    handOver(relay, outbox.store("big", 1, aWhileAgo));
    handOver(relay, outbox.storeText("big", "x".repeat(2_000_000), aWhileAgo));
    handOver(relay, outbox.store("big", 1, aWhileAgo));
    IntStream.range(0, 5).forEach(_ -> handOver(relay, outbox.store("c", 2, aWhileAgo)));
    await().until(() -> onTopic(broker).getOrDefault("acme/c", List.of()).contains(10L));
    assertThat(onTopic(broker).getOrDefault("acme/big", List.of())).doesNotContain(2L, 3L);
    assertThat(firstOccurrences(onTopic(broker)).get("acme/c"))
        .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void a_message_the_broker_refuses_for_good_holds_up_its_own_stream_alone() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("a", 1, aWhileAgo);
    outbox.storeText("big", "x".repeat(2_000_000), aWhileAgo);
    outbox.store("c", 2, aWhileAgo);
    relay(broker.bootstrapServers());
    await().until(() -> onTopic(broker).keySet().containsAll(List.of("acme/a", "acme/c")));
    await().until(() -> meters.counter("rapport.outbox.published").count() == 2);
    assertThat(outbox.allPublished()).isFalse();
    assertThat(oldestUnpublished()).isGreaterThan(50);
  }

  @Test
  void what_the_broker_refuses_for_good_hides_nothing_behind_it() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    refusedAndManyMore("big", aWhileAgo);
    outbox.store("c", 2, aWhileAgo);
    relay(broker.bootstrapServers());
    await().until(() -> onTopic(broker).containsKey("acme/c"));
  }

  @Test
  void what_is_woken_together_with_it_is_not_hidden_either() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    refusedAndManyMore("big", Instant.now().plusSeconds(60));
    outbox.store("c", 2, Instant.now().plusSeconds(60));
    var relay = relay(broker.bootstrapServers(), WEEK);
    relay.wake("acme/big");
    relay.wake("acme/c");
    await().until(() -> onTopic(broker).containsKey("acme/c"));
  }

  /** More than is read at once. */
  private void refusedAndManyMore(String stream, Instant at) {
    outbox.storeText(stream, "x".repeat(2_000_000), at);
    IntStream.range(0, 600).forEach(_ -> outbox.store(stream, 1, at));
  }

  @Test
  void flushes_what_was_woken_before_it_stops() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    var relay = relay(broker.bootstrapServers());
    IntStream.range(0, 500).forEach(n -> outbox.store("s" + n, 1, Instant.now()));
    IntStream.range(0, 500).forEach(n -> relay.wake("acme/s" + n));
    relay.stop();
    assertThat(outbox.allPublished()).isTrue();
  }

  @Test
  void reconciliation_publishes_again_what_a_deleted_topic_lost() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 2);
    IntStream.range(0, 600).forEach(n -> outbox.store("s" + n % 7, 2, aWhileAgo));
    relay(broker.bootstrapServers()).stop();
    await().until(outbox::allPublished);
    var reconciler = reconciler(broker.bootstrapServers());
    assertThat(reconciler.reconcile(WEEK).block()).isEqualTo(new Reconciler.Reconciliation(600, 0));

    broker.deleteTopic(topic);
    broker.createTopic(topic, 2);
    await().ignoreExceptions().until(() -> onTopic(broker).isEmpty());
    assertThat(reconciler.reconcile(WEEK).block())
        .isEqualTo(new Reconciler.Reconciliation(600, 600));
    assertThat(onTopic(broker)).isEqualTo(log());
    assertThat(meters.counter("rapport.reconcile.republished").count()).isEqualTo(600);
  }

  @Test
  void reconciliation_fills_a_hole_and_leaves_young_entries_to_the_relay() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("a", 1, aWhileAgo);
    outbox.store("a", 2, aWhileAgo);
    outbox.store("a", 1, aWhileAgo);
    outbox.store("a", 1, Instant.now().plusSeconds(60));
    try (var publisher = new EntryPublisher(clients(broker.bootstrapServers()), "lossy")) {
      publisher.publish(List.of(outbox.all().get(0), outbox.all().get(2)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    assertThat(reconciler(broker.bootstrapServers()).reconcile(WEEK).block())
        .isEqualTo(new Reconciler.Reconciliation(4, 1));
    assertThat(onTopic(broker).get("acme/a")).containsExactly(1L, 4L, 2L, 3L);
  }

  @Test
  void reconciliation_looks_as_far_back_as_it_is_told() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("a", 1, Instant.now().minus(WEEK).minus(WEEK));
    var reconciler = reconciler(broker.bootstrapServers());
    assertThat(reconciler.reconcile(WEEK).block()).isEqualTo(new Reconciler.Reconciliation(0, 0));
    assertThat(reconciler.reconcile(WEEK.multipliedBy(3)).block())
        .isEqualTo(new Reconciler.Reconciliation(1, 1));
    assertThat(onTopic(broker)).isEqualTo(log());
  }

  @Test
  void reconciliation_starts_by_itself_and_waits_for_the_topic() {
    var broker = EmbeddedBroker.shared();
    outbox.store("a", 3, aWhileAgo);
    var reconciler = reconciler(broker.bootstrapServers());
    reconciler.start();
    try {
      broker.createTopic(topic, 1);
      await().until(outbox::allPublished);
      assertThat(onTopic(broker)).isEqualTo(log());
    } finally {
      reconciler.stop();
    }
  }

  @Test
  void while_something_is_missing_it_looks_further_back_at_once() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("old", 2, Instant.now().minus(Duration.ofHours(12)));
    outbox.store("older", 1, Instant.now().minus(Duration.ofHours(3)));
    outbox.store("new", 1, aWhileAgo);
    var reconciler = reconciler(broker.bootstrapServers(), Duration.ofHours(1), Duration.ofDays(1));
    reconciler.start();
    try {
      await().until(outbox::allPublished);
      assertThat(onTopic(broker)).isEqualTo(log());
    } finally {
      reconciler.stop();
    }
  }

  @Test
  void what_is_missing_among_the_old_is_found_a_little_later() {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(topic, 1);
    outbox.store("old", 2, Instant.now().minus(Duration.ofDays(3)));
    var reconciler =
        reconciler(broker.bootstrapServers(), Duration.ofHours(1), Duration.ofMillis(200));
    reconciler.start();
    try {
      await().until(outbox::allPublished);
      assertThat(onTopic(broker)).isEqualTo(log());
    } finally {
      reconciler.stop();
    }
  }

  private static void handOver(OutboxRelay relay, OutboxEntry entry) {
    relay.publish(entry, entry.lastRev() - entry.messages().size());
  }

  private OutboxRelay relay(String bootstrap) {
    return relay(bootstrap, SWEEP);
  }

  private OutboxRelay relay(String bootstrap, Duration sweep) {
    var relay =
        new OutboxRelay(
            outbox, clients(bootstrap), "relay" + relays.size(), meters, Clock.systemUTC(), sweep);
    relays.add(relay);
    relay.start();
    return relay;
  }

  private Reconciler reconciler(String bootstrap) {
    return reconciler(bootstrap, Duration.ofMinutes(10), Duration.ofMinutes(10));
  }

  private Reconciler reconciler(String bootstrap, Duration recent, Duration later) {
    return new Reconciler(
        outbox,
        OwnedTopics.ofEvents(topic),
        clients(bootstrap),
        "reconcile",
        meters,
        Clock.systemUTC(),
        new Reconciler.Schedule(WEEK, Duration.ofMillis(50), recent, later, Duration.ofHours(1)));
  }

  private static KafkaClients clients(String bootstrap) {
    var properties = new KafkaProperties();
    properties.setBootstrapServers(List.of(bootstrap));
    return new KafkaClients(properties);
  }

  private double oldestUnpublished() {
    return meters.get("rapport.outbox.oldest.unpublished.seconds").gauge().value();
  }

  /** The revisions of each stream, as they should be on the topic. */
  private Map<String, List<Long>> log() {
    return outbox.all().stream()
        .collect(
            Collectors.groupingBy(
                OutboxEntry::streamKey,
                Collectors.collectingAndThen(
                    Collectors.summingLong(entry -> entry.messages().size()),
                    revs -> LongStream.rangeClosed(1, revs).boxed().toList())));
  }

  private Map<String, List<Long>> onTopic(EmbeddedBroker broker) {
    var found = new LinkedHashMap<String, List<Long>>();
    try (var consumer = clients(broker.bootstrapServers()).reader("check")) {
      var parts =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      var ends = consumer.endOffsets(parts);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var message = Wire.message(record);
          found
              .computeIfAbsent(message.key(), _ -> new ArrayList<>())
              .add(Long.parseLong(message.headers().get("ce_rev")));
        }
      }
    }
    return found;
  }

  private static Map<String, List<Long>> firstOccurrences(Map<String, List<Long>> revs) {
    return revs.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> List.copyOf(new LinkedHashSet<>(entry.getValue()))));
  }
}
