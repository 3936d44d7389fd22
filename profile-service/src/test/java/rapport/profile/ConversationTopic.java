package rapport.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

/** Publishes as conversation-service does. */
final class ConversationTopic implements AutoCloseable {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private final KafkaProducer<String, String> producer;

  ConversationTopic(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  static List<WireMessage> messages(List<Envelope<ConversationEvent>> events) {
    return events.stream().map(CODEC::encode).toList();
  }

  void publish(List<Envelope<ConversationEvent>> events)
      throws ExecutionException, InterruptedException, TimeoutException {
    send(messages(events));
  }

  /** Of whatever topic they are. */
  void send(List<WireMessage> messages)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (var message : messages) {
      var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
      message
          .headers()
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get(10, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
