package rapport.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Commits with each offset the leader epoch of the record before it. By that a consumer that starts
 * again sees that the topic has lost its end meanwhile, and goes back to where it was cut
 * (KIP-320); otherwise it would step over what has been written there since.
 */
public final class EpochConsumer extends KafkaConsumer<byte[], byte[]> {

  /** From which offset on which epoch holds, by partition. */
  private final Map<TopicPartition, NavigableMap<Long, Integer>> epochs = new HashMap<>();

  /**
   * @param settings with the deserializers
   */
  public EpochConsumer(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    var records = super.poll(timeout);
    records.forEach(this::remember);
    return records;
  }

  private void remember(ConsumerRecord<byte[], byte[]> record) {
    var partition = new TopicPartition(record.topic(), record.partition());
    var known = epochs.computeIfAbsent(partition, _ -> new TreeMap<>());
    known.tailMap(record.offset(), true).clear(); // read again, perhaps after a cut
    record
        .leaderEpoch()
        .filter(epoch -> known.isEmpty() || !known.lastEntry().getValue().equals(epoch))
        .ifPresent(epoch -> known.put(record.offset(), epoch));
  }

  @Override
  public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
    super.commitSync(withEpochs(offsets), timeout);
  }

  @Override
  public void commitAsync(
      Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable OffsetCommitCallback callback) {
    super.commitAsync(withEpochs(offsets), callback);
  }

  private Map<TopicPartition, OffsetAndMetadata> withEpochs(
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    return offsets.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> withEpoch(each.getKey(), each.getValue())));
  }

  private OffsetAndMetadata withEpoch(TopicPartition partition, OffsetAndMetadata offset) {
    var known = epochs.getOrDefault(partition, new TreeMap<>());
    var before = known.floorEntry(offset.offset() - 1);
    if (before == null) {
      return offset;
    }
    known.headMap(before.getKey()).clear();
    return new OffsetAndMetadata(
        offset.offset(), Optional.of(before.getValue()), offset.metadata());
  }
}
