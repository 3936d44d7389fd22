package rapport.runtime.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.worker.Worker;

/**
 * Hears what other instances publish on the topics of this service, from the moment somebody first
 * asks. In no group: every instance hears everything.
 */
final class TopicTail {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final String clientId;
  private final List<String> topics;
  private final Worker worker = new Worker("rapport-feed", this::listen);
  private volatile Consumer<String> onKey = _ -> {};
  private volatile Runnable onReconnect = () -> {};
  private org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> reader;

  TopicTail(KafkaClients clients, String clientId, List<String> topics) {
    this.clients = clients;
    this.clientId = clientId;
    this.topics = List.copyOf(topics);
  }

  /**
   * Starts listening unless it does already.
   *
   * @param onKey takes the key of each new record
   * @param onReconnect is told that records may have been missed
   */
  void follow(Consumer<String> onKey, Runnable onReconnect) {
    if (!topics.isEmpty() && !worker.isRunning()) {
      this.onKey = onKey;
      this.onReconnect = onReconnect;
      worker.start();
    }
  }

  void stop() {
    worker.stop(Duration.ZERO);
  }

  private Duration listen() {
    try {
      var current = reader == null ? connect() : reader;
      for (ConsumerRecord<byte[], byte[]> record : current.poll(POLL)) {
        Wire.key(record).ifPresent(onKey);
      }
      return Duration.ZERO;
    } catch (RuntimeException e) {
      disconnect();
      throw e;
    }
  }

  private org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> connect() {
    var fresh = clients.reader(clientId);
    reader = fresh;
    var partitions = new ArrayList<TopicPartition>();
    for (var topic : topics) {
      var found = fresh.partitionsFor(topic);
      if (found == null || found.isEmpty()) {
        throw new IllegalStateException("there is no topic " + topic + " yet");
      }
      found.forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
    }
    fresh.assign(partitions);
    fresh.seekToEnd(partitions);
    partitions.forEach(fresh::position); // the end is looked up now, not at the first poll
    onReconnect.run();
    return fresh;
  }

  private void disconnect() {
    if (reader != null) {
      reader.close(CloseOptions.timeout(Duration.ZERO));
      reader = null;
    }
  }
}
