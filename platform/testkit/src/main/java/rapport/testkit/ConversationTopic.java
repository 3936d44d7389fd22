package rapport.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/** Publishes on the conversation topic as conversation-service does. */
public final class ConversationTopic implements AutoCloseable {

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private final KafkaProducer<String, String> producer;

  public ConversationTopic(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Publishes the events as the beginning of a stream, one minute apart. */
  public void publish(
      String workspace, String stream, Instant begin, List<? extends ConversationEvent> events)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (int i = 0; i < events.size(); i++) {
      send(envelope(workspace, stream, i + 1, begin.plusSeconds(60L * i), events.get(i)));
    }
  }

  /** An event as it would travel, with nothing said of its cause. */
  public static Envelope<ConversationEvent> envelope(
      String workspace, String stream, long rev, Instant at, ConversationEvent event) {
    return new Envelope<>(stream + "-" + rev, workspace, stream, rev, at, null, null, event);
  }

  private void send(Envelope<ConversationEvent> event)
      throws ExecutionException, InterruptedException, TimeoutException {
    var message = CODEC.encode(event);
    var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
