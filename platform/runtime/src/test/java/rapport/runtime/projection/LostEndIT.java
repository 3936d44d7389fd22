package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import rapport.contracts.WireMessage;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.trace.Traces;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

/** A broker that lost what it had confirmed gives the same offsets to other events. */
@Timeout(120)
class LostEndIT {

  private final String topic = "events-" + UUID.randomUUID();
  private final Texts.ListTexts projection = new Texts.ListTexts("texts-" + topic, topic);
  private final Texts.MemoryViews views = new Texts.MemoryViews();
  private final Texts.Owner owner = new Texts.Owner(projection.catalog());

  @Test
  void a_consumer_that_was_away_meanwhile_goes_back_to_where_the_topic_was_cut() throws Exception {
    try (var broker = EmbeddedBroker.start();
        var client = MongoClients.create(EmbeddedStore.shared().uri())) {
      var clients = clients(broker);
      broker.createTopic(topic, 1);
      publish(clients, owner.say("before", 5));
      var runners = runners(clients, new DocumentStore(client, "p" + UUID.randomUUID()));
      runners.start();
      await().until(() -> views.of("before").equals(owner.texts("before")));
      runners.stop();

      broker.interruptAndLose(topic);
      broker.resume();
      publish(clients, owner.say("after", 5)); // up to the offset that was committed
      runners.start();
      await().until(() -> views.of("after").equals(owner.texts("after")));
      runners.stop();
      assertThat(views.of("before")).isEqualTo(owner.texts("before"));
    }
  }

  private ProjectionRunners runners(KafkaClients clients, DocumentStore store) {
    var runners =
        new ProjectionRunners(
            clients,
            new Quarantine(store),
            new ErasedStreams(store, Clock.systemUTC()),
            new DeadLetters(clients, "dlt", (short) 1),
            new SimpleMeterRegistry(),
            Traces.none(),
            Clock.systemUTC(),
            1);
    runners.register(projection, views, owner);
    return runners;
  }

  private static void publish(KafkaClients clients, List<WireMessage> messages) throws Exception {
    try (var producer = clients.producer("test")) {
      for (var message : messages) {
        producer.send(Wire.record(message)).get();
      }
      producer.close(Duration.ZERO);
    }
  }

  private static KafkaClients clients(EmbeddedBroker broker) {
    var properties = new KafkaProperties();
    properties.setBootstrapServers(List.of(broker.bootstrapServers()));
    return new KafkaClients(properties);
  }
}
