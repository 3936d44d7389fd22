package rapport.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import rapport.contracts.WireMessage;

/** Reads what a service publishes on a topic, from the beginning. */
public final class PublishedTopic implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final List<TopicPartition> partitions;
  private final List<WireMessage> read = new ArrayList<>();

  /** The topic has to be there. */
  public PublishedTopic(String bootstrapServers, String topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Everything of that key so far, in order. */
  public List<WireMessage> of(String key) {
    return all().filter(message -> message.key().equals(key)).toList();
  }

  /** Everything so far whose key begins so, in order. */
  public List<WireMessage> under(String keyBegin) {
    return all().filter(message -> message.key().startsWith(keyBegin)).toList();
  }

  /** A poll brings no more than one segment of a partition, and no more than so many records. */
  private Stream<WireMessage> all() {
    var ends = consumer.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
      consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(message(record)));
    }
    return read.stream();
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
