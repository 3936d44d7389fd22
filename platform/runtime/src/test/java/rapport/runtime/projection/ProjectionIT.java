package rapport.runtime.projection;

import static com.mongodb.client.model.Filters.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import rapport.contracts.WireMessage;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.StoreUnavailableException;
import rapport.runtime.trace.Traces;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

@Timeout(300)
class ProjectionIT {

  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  private final String topic = "events-" + UUID.randomUUID();
  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store = new DocumentStore(client, "p" + UUID.randomUUID());
  private final Quarantine quarantine = new Quarantine(store);
  private final KafkaClients clients = clients(broker.bootstrapServers());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Texts.ListTexts projection = new Texts.ListTexts("texts-" + topic, topic);
  private final Texts.MemoryViews views = new Texts.MemoryViews();
  private final Texts.Owner owner = new Texts.Owner(projection.catalog());
  private final List<ProjectionRunners> started = new ArrayList<>();
  private final Producer<byte[], byte[]> producer = clients.producer("test");

  @BeforeEach
  void create() {
    broker.createTopic(topic, 2);
  }

  @AfterEach
  void stop() {
    started.forEach(ProjectionRunners::stop);
    producer.close(Duration.ZERO);
    client.close();
  }

  @Test
  void drops_duplicates_and_repairs_gaps() {
    start();
    var all = owner.say("a", 10);
    publish(all.subList(0, 3));
    publish(all.subList(0, 3));
    publish(all.subList(7, 10));
    await().until(() -> views.of("a").equals(owner.texts("a")));
    assertThat(count("rapport.duplicates.dropped")).isEqualTo(3);
    assertThat(count("rapport.gap.repairs")).isEqualTo(1);
  }

  @Test
  void a_new_consumer_begins_at_the_beginning() {
    publish(owner.say("a", 5));
    start();
    await().until(() -> views.of("a").equals(owner.texts("a")));
  }

  @Test
  void a_poison_sets_its_stream_aside_and_the_others_go_on_until_it_is_released() {
    broker.createTopic(topic + ".dlt", 1);
    var runner = start();
    publish(owner.say("ill", 1));
    publish(List.of(owner.say("ill", "poison")));
    publish(owner.say("ill", 2));
    publish(owner.say("well", 5));
    await().until(() -> views.of("well").equals(owner.texts("well")));
    await().until(() -> set("ill"));
    publish(owner.say("ill", 2));
    publish(owner.say("well", 2));
    await().until(() -> views.of("well").equals(owner.texts("well")));
    assertThat(views.of("ill")).containsExactly("t1");
    assertThat(gauge("rapport.quarantine.size")).isEqualTo(1);
    var letter = deadLetters().getFirst();
    assertThat(Wire.key(letter)).contains("acme/ill");
    assertThat(Wire.header(letter, "rapport_reason")).isPresent();
    assertThat(Wire.header(letter, "ce_rev")).contains("2");

    assertThat(runner.release("acme", "ill").block()).isFalse();
    assertThat(set("ill")).isTrue();

    projection.ill = false;
    assertThat(runner.release("acme", "ill").block()).isTrue();
    assertThat(views.of("ill")).containsExactly("t1", "poison", "t3", "t4", "t5", "t6");
    assertThat(gauge("rapport.quarantine.size")).isZero();
    publish(List.of(owner.say("ill", "after")));
    await().until(() -> views.of("ill").contains("after"));
  }

  @Test
  void bytes_that_are_no_event_go_to_the_dead_letters_and_stop_nobody_else() {
    start();
    var rubbish = new byte[] {(byte) 0xff, (byte) 0xfe, 0};
    publishRaw(null, rubbish);
    publishRaw(rubbish, rubbish);
    publishRaw("acme/broken".getBytes(StandardCharsets.UTF_8), rubbish);
    publish(owner.say("well", 3));
    await().until(() -> views.of("well").equals(owner.texts("well")));
    await().until(() -> set("broken"));
    assertThat(deadLetters())
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(rubbish));
    assertThat(count("rapport.records.unreadable")).isEqualTo(2);
  }

  @Test
  void waits_for_a_store_that_is_away_and_loses_nothing() {
    views.failure = away();
    start();
    publish(owner.say("a", 3));
    publish(owner.say("b", 3));
    await().until(() -> gauge("rapport.projection.lag.seconds") > 1);
    assertThat(set("a")).isFalse();
    publish(owner.say("a", 3));
    views.failure = null;
    await().until(() -> views.of("a").equals(owner.texts("a")));
    await().until(() -> views.of("b").equals(owner.texts("b")));
  }

  @Test
  void waits_for_an_owner_that_is_away() {
    owner.away = true;
    start();
    publish(owner.say("a", 5).subList(3, 5));
    await().until(() -> gauge("rapport.projection.lag.seconds") > 0.5);
    assertThat(views.of("a")).isEmpty();
    owner.away = false;
    await().until(() -> views.of("a").equals(owner.texts("a")));
  }

  @Test
  void a_view_that_cannot_be_stored_at_all_is_set_aside_after_a_few_tries() {
    broker.createTopic(topic + ".dlt", 1);
    views.failure = new IllegalArgumentException("a document of 17 MB");
    start();
    publish(owner.say("big", 1));
    await().until(() -> set("big"));
    views.failure = null;
    publish(owner.say("small", 1));
    await().until(() -> views.of("small").equals(owner.texts("small")));
  }

  @Test
  void one_that_cannot_be_stored_does_not_keep_the_others_of_its_batch() {
    broker.createTopic(topic + ".dlt", 1);
    views.unstorable = "big";
    for (int n = 0; n < 10; n++) {
      publish(owner.say("before", 1));
      publish(owner.say("big", 1));
      publish(owner.say("after", 1));
    }
    start();
    await().until(() -> views.of("before").equals(owner.texts("before")));
    await().until(() -> views.of("after").equals(owner.texts("after")));
    await().until(() -> set("big"));
    assertThat(views.of("big")).isEmpty();
  }

  @Test
  void what_was_published_together_is_stored_together() {
    for (int n = 0; n < 20; n++) {
      publish(owner.say("a" + n, 3));
    }
    start();
    await().until(() -> IntStream.range(0, 20).allMatch(n -> views.rev("a" + n) == 3));
    assertThat(views.saves).isEqualTo(20);
    assertThat(views.requests).isLessThan(20);
  }

  @Test
  void two_instances_that_share_the_work_store_every_event_once() {
    start();
    start();
    for (int n = 0; n < 40; n++) {
      publish(owner.say("a" + n % 8, 3));
      if (n == 20) {
        started.removeFirst().stop();
        start();
      }
    }
    await().until(() -> IntStream.range(0, 8).allMatch(n -> isTold("a" + n)));
  }

  @Test
  void a_crash_between_storing_and_committing_changes_nothing() {
    start();
    publish(owner.say("a", 20));
    await().until(() -> views.of("a").equals(owner.texts("a")));
    var saves = views.saves;
    started.removeFirst().stop();
    forgetOffsets();
    start();
    publish(owner.say("b", 1));
    await().until(() -> views.of("b").equals(owner.texts("b")));
    await().until(() -> count("rapport.duplicates.dropped") >= 20);
    assertThat(views.of("a")).isEqualTo(owner.texts("a"));
    assertThat(views.saves).isEqualTo(saves + 1);
  }

  private boolean isTold(String stream) {
    return views.of(stream).equals(owner.texts(stream));
  }

  private ProjectionRunner<List<String>, ?> start() {
    var deadLetters = new DeadLetters(clients, "dlt", (short) 1);
    var runners =
        new ProjectionRunners(
            clients,
            quarantine,
            new ErasedStreams(store, Clock.systemUTC()),
            deadLetters,
            meters,
            Traces.none(),
            Clock.systemUTC(),
            1);
    started.add(runners);
    var runner = runners.register(projection, views, owner);
    runners.start();
    return runner;
  }

  private void publish(List<WireMessage> messages) {
    messages.forEach(message -> send(Wire.record(message)));
  }

  private void publishRaw(byte @Nullable [] key, byte[] value) {
    send(new ProducerRecord<>(topic, key, value));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean set(String stream) {
    return quarantine
        .find(projection.name(), new StreamRef("acme", stream))
        .blockOptional()
        .isPresent();
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = clients.reader("check")) {
      var part = new TopicPartition(topic + ".dlt", 0);
      consumer.assign(List.of(part));
      consumer.seekToBeginning(List.of(part));
      var end = consumer.endOffsets(List.of(part)).getOrDefault(part, 0L);
      while (consumer.position(part) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private void forgetOffsets() {
    try (var admin = clients.admin()) {
      admin.deleteConsumerGroups(List.of(projection.name())).all().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private double count(String name) {
    return meters.counter(name, "consumer", projection.name()).count();
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  /** As the store's door reports it. */
  private static RuntimeException away() {
    try (var nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
      var found = new DocumentStore(nowhere, "x").collection("x").count("acme", empty()).block();
      throw new IllegalStateException("somebody answers on port 1: " + found);
    } catch (StoreUnavailableException e) {
      return e;
    }
  }

  private static KafkaClients clients(String bootstrap) {
    var properties = new KafkaProperties();
    properties.setBootstrapServers(List.of(bootstrap));
    return new KafkaClients(properties);
  }
}
