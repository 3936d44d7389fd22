package rapport.runtime.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import rapport.runtime.kafka.KafkaClients;

/** Copies records that cannot be used to {@code <topic>.dlt}, byte for byte, with the reason. */
final class DeadLetters implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 10;

  private final KafkaClients clients;
  private final String clientId;
  private final short replication;
  private @Nullable Producer<byte[], byte[]> producer;

  DeadLetters(KafkaClients clients, String clientId, short replication) {
    this.clients = clients;
    this.clientId = clientId;
    this.replication = replication;
  }

  /**
   * Returns when the broker has the copy.
   *
   * @throws IllegalStateException when it does not; the copy may be there twice after a repetition
   */
  synchronized void add(ConsumerRecord<byte[], byte[]> record, String consumer, String reason) {
    var topic = record.topic() + ".dlt";
    var copy =
        new ProducerRecord<byte[], byte[]>(
            topic, null, record.key(), record.value(), record.headers());
    put(copy.headers(), "rapport_consumer", consumer);
    put(copy.headers(), "rapport_reason", reason);
    put(copy.headers(), "rapport_topic", record.topic());
    put(copy.headers(), "rapport_partition", Integer.toString(record.partition()));
    put(copy.headers(), "rapport_offset", Long.toString(record.offset()));
    var current = producer == null ? clients.producer(clientId) : producer;
    producer = current;
    try {
      current.send(copy).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      create(topic);
      throw new IllegalStateException("cannot write to " + topic, e);
    }
  }

  /**
   * The topic's owner creates it; should it be missing, waiting for that would stop all streams.
   */
  private void create(String topic) {
    try (var admin = clients.admin()) {
      admin
          .createTopics(List.of(new NewTopic(topic, 1, replication)))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // it is there already, or the broker is away: either shows when the copy is tried again
    }
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
