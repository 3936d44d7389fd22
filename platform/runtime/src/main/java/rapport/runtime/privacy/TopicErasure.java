package rapport.runtime.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.Kept;

/**
 * Takes somebody off the topics a service owns. A log cannot be changed, only cut off at its
 * beginning: in every partition that has records of theirs, everybody else's are published again at
 * its end, without mentions, and what was there is deleted. Readers know the copies by their
 * revisions.
 *
 * <p>Each of the streams, and its key on compacted topics, ends with a record without a value.
 * Where such a record comes a new segment begins, so that the broker can delete the ones before it.
 */
final class TopicErasure {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int PATIENCE_SECONDS = 30;
  private static final String DEAD_LETTERS = ".dlt";

  private final KafkaClients clients;
  private final OwnedTopics owned;
  private final String self;

  TopicErasure(KafkaClients clients, OwnedTopics owned, String self) {
    this.clients = clients;
    this.owned = owned;
    this.self = self;
  }

  /** Records that are published again. What they replace may go when the broker has them all. */
  private static final class Copies {
    private static final int AT_ONCE = 1000;

    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    Copies(Producer<byte[], byte[]> producer) {
      this.producer = producer;
    }

    void add(ProducerRecord<byte[], byte[]> copy)
        throws ExecutionException, InterruptedException, TimeoutException {
      underWay.add(producer.send(copy));
      if (underWay.size() >= AT_ONCE) {
        areThere();
      }
    }

    void areThere() throws ExecutionException, InterruptedException, TimeoutException {
      producer.flush();
      for (var each : underWay) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      underWay.clear();
    }
  }

  /** Where a partition that has records of theirs ends, and whose streams were met. */
  private static final class Hits {
    private final Set<String> keys = new HashSet<>();
    private long end;
    private long records;
  }

  /**
   * Returns when nothing of theirs can be read any more.
   *
   * @param states per compacted topic, the ids that are its keys
   * @return how many records each topic had
   */
  List<Count> erase(
      String workspace, Subject subject, Map<String, Function<Subject, List<String>>> states)
      throws ExecutionException, InterruptedException, TimeoutException {
    var gone = new ArrayList<Count>();
    var keys = Set.copyOf(Subject.keys(workspace, subject.streams()));
    var redaction = Redaction.of(subject);
    try (var admin = clients.admin()) {
      var there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      for (var topic : owned.topics()) {
        if (topic.kept() == Kept.FOR_A_MONTH && there.contains(topic.name())) {
          gone.add(events(admin, topic.name(), keys, redaction));
        }
        if (there.contains(topic.name() + DEAD_LETTERS)) {
          gone.add(events(admin, topic.name() + DEAD_LETTERS, keys, redaction));
        }
      }
      for (var state : states.entrySet()) {
        var ids = state.getValue().apply(subject);
        if (there.contains(state.getKey()) && !ids.isEmpty()) {
          end(admin, state.getKey(), Subject.keys(workspace, ids));
          gone.add(new Count(state.getKey(), ids.size()));
        }
      }
    }
    return gone;
  }

  private Count events(Admin admin, String topic, Set<String> keys, @Nullable Redaction redaction)
      throws ExecutionException, InterruptedException, TimeoutException {
    var hits = look(topic, keys, redaction);
    if (hits.isEmpty()) {
      return new Count(topic, 0);
    }
    shortSegments(admin, topic, OpType.SET);
    try (var producer = clients.producer(self + "-erasure");
        var consumer = clients.reader(self + "-erasure")) {
      var copies = new Copies(producer);
      for (var hit : hits.entrySet()) {
        endStreams(copies, hit.getKey(), hit.getValue().keys);
        copyOthers(consumer, copies, hit.getKey(), hit.getValue().end, keys, redaction);
      }
      copies.areThere();
    }
    var cuts = new HashMap<TopicPartition, RecordsToDelete>();
    hits.forEach((partition, hit) -> cuts.put(partition, RecordsToDelete.beforeOffset(hit.end)));
    admin.deleteRecords(cuts).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    shortSegments(admin, topic, OpType.DELETE);
    return new Count(topic, hits.values().stream().mapToLong(hit -> hit.records).sum());
  }

  private Map<TopicPartition, Hits> look(
      String topic, Set<String> keys, @Nullable Redaction redaction) throws InterruptedException {
    var hits = new HashMap<TopicPartition, Hits>();
    try (var consumer = clients.reader(self + "-erasure")) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (!ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        poll(
            consumer,
            record -> {
              var key = Wire.key(record).orElse("");
              if (record.value() != null && (keys.contains(key) || mentions(redaction, record))) {
                var partition = new TopicPartition(topic, record.partition());
                var hit = hits.computeIfAbsent(partition, _ -> new Hits());
                hit.end = Objects.requireNonNull(ends.get(partition));
                hit.records++;
                if (keys.contains(key)) {
                  hit.keys.add(key);
                }
              }
            });
      }
    }
    return hits;
  }

  private static void poll(
      Consumer<byte[], byte[]> consumer,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    consumer.poll(POLL).forEach(each);
  }

  private static boolean mentions(
      @Nullable Redaction redaction, ConsumerRecord<byte[], byte[]> record) {
    return redaction != null && redaction.isNeeded(record.value());
  }

  private static void endStreams(Copies copies, TopicPartition partition, Set<String> keys)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (var key : keys) {
      copies.add(new ProducerRecord<>(partition.topic(), partition.partition(), bytes(key), null));
    }
  }

  private void copyOthers(
      Consumer<byte[], byte[]> consumer,
      Copies copies,
      TopicPartition partition,
      long end,
      Set<String> keys,
      @Nullable Redaction redaction)
      throws ExecutionException, InterruptedException, TimeoutException {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < end && !keys.contains(Wire.key(record).orElse(""))) {
          copies.add(copy(record, redaction));
        }
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ConsumerRecord<byte[], byte[]> record, @Nullable Redaction redaction) {
    var value = record.value();
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp() < 0 ? null : record.timestamp(),
        record.key(),
        value == null || redaction == null ? value : redaction.of(value),
        record.headers());
  }

  /** Twice: the broker compacts up to the segment that is being written, and without it. */
  private void end(Admin admin, String topic, List<String> keys)
      throws ExecutionException, InterruptedException, TimeoutException {
    shortSegments(admin, topic, OpType.SET);
    try (var producer = clients.producer(self + "-erasure")) {
      for (int time = 0; time < 2; time++) {
        for (var key : keys) {
          producer
              .send(new ProducerRecord<>(topic, bytes(key), null))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
      }
    }
    shortSegments(admin, topic, OpType.DELETE);
  }

  /** While this is set, a record that is newer than the segment's first begins another segment. */
  private static void shortSegments(Admin admin, String topic, OpType what)
      throws ExecutionException, InterruptedException, TimeoutException {
    var setting = new AlterConfigOp(new ConfigEntry(TopicConfig.SEGMENT_MS_CONFIG, "1"), what);
    admin
        .incrementalAlterConfigs(
            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(setting)))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
