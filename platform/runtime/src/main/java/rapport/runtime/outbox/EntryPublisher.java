package rapport.runtime.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;

/**
 * Sends entries and waits until the broker has them. For one thread. After a failure nothing that
 * was sent later is left behind in a buffer: the producer is closed and the next call starts anew.
 */
final class EntryPublisher implements AutoCloseable {

  private final KafkaClients clients;
  private final String clientId;
  private @Nullable Producer<byte[], byte[]> producer;

  EntryPublisher(KafkaClients clients, String clientId) {
    this.clients = clients;
    this.clientId = clientId;
  }

  /**
   * Sends the messages of the entries in the order given and returns when all are acknowledged,
   * however long the broker is away once it has been seen.
   *
   * @throws ExecutionException when the broker was never seen or refused a message; those before it
   *     may have been published
   */
  void publish(List<OutboxEntry> entries) throws ExecutionException, InterruptedException {
    try {
      for (var sent : send(entries)) {
        sent.get();
      }
    } catch (ExecutionException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private List<Future<RecordMetadata>> send(List<OutboxEntry> entries) {
    var current = producer == null ? clients.producer(clientId) : producer;
    producer = current;
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var entry : entries) {
      for (var message : entry.messages()) {
        var acknowledged = current.send(Wire.record(message));
        sent.add(acknowledged);
        if (acknowledged.state() == Future.State.FAILED) {
          return sent; // the next one must not overtake it
        }
      }
    }
    return sent;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
