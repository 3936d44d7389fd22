package rapport.lead;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import rapport.contracts.WireMessage;

/** Reads what this service publishes, from the beginning. */
final class LeadTopics implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final List<WireMessage> read = new ArrayList<>();

  LeadTopics(String bootstrapServers, String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Everything so far whose key begins so, in order. */
  List<WireMessage> of(String keyBegin) {
    consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(message(record)));
    return read.stream().filter(message -> message.key().startsWith(keyBegin)).toList();
  }

  private static WireMessage message(ConsumerRecord<String, String> record) {
    var headers = new LinkedHashMap<String, String>();
    record
        .headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new WireMessage(record.topic(), record.key(), headers, record.value());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
