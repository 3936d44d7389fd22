package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class PublishedTopicIT {

  private static final String TOPIC = "published";

  /** So many records that one poll does not bring them. */
  private static final int MANY = 2000;

  @Test
  void all_that_is_there_is_read_at_once_and_then_what_came_since() throws Exception {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(TOPIC, 2);
    send(broker, "early", MANY);
    try (var published = new PublishedTopic(broker.bootstrapServers(), TOPIC)) {
      assertThat(published.under("early/")).hasSize(MANY);
      assertThat(published.of("early/1")).hasSize(1);
      send(broker, "late", 3);
      assertThat(published.under("late/")).hasSize(3);
      assertThat(published.under("early/")).hasSize(MANY);
    }
  }

  private static void send(EmbeddedBroker broker, String key, int count) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (int number = 0; number < count; number++) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, key + "/" + number, "value")));
      }
      for (var each : sent) {
        each.get();
      }
    }
  }
}
