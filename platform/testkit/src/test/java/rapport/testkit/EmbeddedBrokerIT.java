package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class EmbeddedBrokerIT {

  @Test
  void goes_away_and_comes_back_to_its_address_with_what_it_had() throws Exception {
    var port = FreePort.next();
    try (var broker = EmbeddedBroker.startOn(port)) {
      assertThat(broker.bootstrapServers()).endsWith(":" + port);
      broker.createTopic("things", 1);
      assertThat(send(broker)).isZero();
      broker.interrupt();
      broker.resume();
      assertThat(broker.bootstrapServers()).endsWith(":" + port);
      assertThat(send(broker)).isEqualTo(1);
    }
  }

  private static long send(EmbeddedBroker broker) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      return producer
          .send(new ProducerRecord<>("things", "key", "value"))
          .get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)
          .offset();
    }
  }
}
