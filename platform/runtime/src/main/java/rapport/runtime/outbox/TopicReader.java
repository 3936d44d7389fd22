package rapport.runtime.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;

/** Reads what a topic has, up to where it ends at that moment. */
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(500);

  /** How long nothing may come although something should. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final String clientId;

  TopicReader(KafkaClients clients, String clientId) {
    this.clients = clients;
    this.clientId = clientId;
  }

  /**
   * @param since records before that time may be left out, but for compacted topics
   * @throws RetriableException when the broker does not answer, stops doing so on the way, or does
   *     not have the topic yet
   */
  TopicCoverage read(OwnedTopic topic, Instant since) throws InterruptedException {
    var coverage = new TopicCoverage();
    try (var consumer = clients.reader(clientId)) {
      var partitions = partitions(consumer, topic.name());
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      seek(consumer, topic, partitions, ends, since);
      readTo(ends, consumer, coverage);
    }
    return coverage;
  }

  /** A broker that went, or came back without its latest records, would be waited for in vain. */
  private static void readTo(
      Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer, TopicCoverage coverage)
      throws InterruptedException {
    var quietSince = System.nanoTime();
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var records = consumer.poll(POLL);
      records.forEach(record -> add(coverage, record));
      if (!records.isEmpty()) {
        quietSince = System.nanoTime();
      } else if (System.nanoTime() - quietSince > SILENCE.toNanos()) {
        throw new TimeoutException("the broker stopped answering before the end of its topics");
      }
    }
  }

  private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException("there is no topic " + topic + " yet");
    }
    return found.stream().map(part -> new TopicPartition(topic, part.partition())).toList();
  }

  private static void seek(
      Consumer<byte[], byte[]> consumer,
      OwnedTopic topic,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      Instant since) {
    switch (topic.kept()) {
      case LATEST_OF_KEY -> consumer.seekToBeginning(partitions);
      case FOR_A_MONTH -> {
        var times =
            partitions.stream().collect(Collectors.toMap(part -> part, _ -> since.toEpochMilli()));
        var found = consumer.offsetsForTimes(times);
        ends.forEach((part, end) -> {
          var first = found.get(part);
          consumer.seek(part, first == null ? end : first.offset());
        });
      }
    }
  }

  /** What is no event of ours covers nothing. */
  private static void add(TopicCoverage coverage, ConsumerRecord<byte[], byte[]> record) {
    var key = Wire.key(record);
    var rev = Wire.header(record, "ce_rev").filter(text -> text.matches("[1-9]\\d{0,17}"));
    if (key.isPresent() && rev.isPresent()) {
      coverage.add(key.get(), Long.parseLong(rev.get()));
    }
  }
}
