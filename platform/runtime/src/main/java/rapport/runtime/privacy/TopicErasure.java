package rapport.runtime.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
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
 * Takes people off the topics a service owns. A log cannot be changed, only cut off at its
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
  private static final Duration UNTIL_IT_HOLDS = Duration.ofMillis(500);
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

  /** Whose a record is: by its key, or by who is mentioned in it. */
  private static final class Owners {
    private final Map<String, BitSet> byKey = new HashMap<>();

    /** A stream that is not there; ends where somebody is only mentioned. */
    private final String nobodys;

    private final @Nullable Redaction redaction;

    Owners(String workspace, List<Subject> people) {
      this.nobodys = workspace + "/nobody";
      for (int n = 0; n < people.size(); n++) {
        for (var key : Subject.keys(workspace, people.get(n).streams())) {
          byKey.computeIfAbsent(key, _ -> new BitSet()).set(n);
        }
      }
      this.redaction = Redaction.of(people);
    }

    boolean haveStream(String key) {
      return byKey.containsKey(key);
    }

    BitSet of(String key, byte[] value) {
      var owners = byKey.get(key);
      if (owners != null) {
        return owners;
      }
      return redaction == null ? new BitSet() : redaction.mentioned(value);
    }

    byte[] without(byte[] value) {
      return redaction == null ? value : redaction.of(value);
    }
  }

  /** What was found on a topic: where to cut, whose streams end, and how many records each has. */
  private static final class Hits {
    private final Map<TopicPartition, Long> cuts = new HashMap<>();
    private final Map<TopicPartition, Set<String>> ends = new HashMap<>();
    private final long[] records;

    Hits(int people) {
      this.records = new long[people];
    }
  }

  /**
   * Returns when nothing of theirs can be read any more.
   *
   * @param states per compacted topic, the ids that are its keys
   * @return of each of them, how many records each topic had
   */
  List<List<Count>> erase(
      String workspace, List<Subject> people, Map<String, Function<Subject, List<String>>> states)
      throws ExecutionException, InterruptedException, TimeoutException {
    var gone = people.stream().<List<Count>>map(_ -> new ArrayList<>()).toList();
    var owners = new Owners(workspace, people);
    try (var admin = clients.admin()) {
      var there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      for (var topic : owned.topics()) {
        if (topic.kept() == Kept.FOR_A_MONTH && there.contains(topic.name())) {
          events(admin, topic.name(), owners, gone);
        }
        if (there.contains(topic.name() + DEAD_LETTERS)) {
          events(admin, topic.name() + DEAD_LETTERS, owners, gone);
        }
      }
      for (var state : states.entrySet()) {
        var ids = people.stream().map(state.getValue()).toList();
        var all = ids.stream().flatMap(List::stream).distinct().toList();
        if (there.contains(state.getKey()) && !all.isEmpty()) {
          end(admin, state.getKey(), Subject.keys(workspace, all));
          for (int n = 0; n < gone.size(); n++) {
            gone.get(n).add(new Count(state.getKey(), ids.get(n).size()));
          }
        }
      }
    }
    return gone;
  }

  private void events(Admin admin, String topic, Owners owners, List<List<Count>> gone)
      throws ExecutionException, InterruptedException, TimeoutException {
    var hits = look(topic, owners, gone.size());
    for (int n = 0; n < gone.size(); n++) {
      gone.get(n).add(new Count(topic, hits.records[n]));
    }
    if (hits.cuts.isEmpty()) {
      return;
    }
    try (var producer = clients.producer(self + "-erasure");
        var consumer = clients.reader(self + "-erasure")) {
      var copies = new Copies(producer);
      shortSegments(admin, topic, OpType.SET);
      for (var ends : hits.ends.entrySet()) {
        endStreams(copies, ends.getKey(), ends.getValue());
      }
      copies.areThere();
      shortSegments(admin, topic, OpType.DELETE);
      for (var cut : hits.cuts.entrySet()) {
        copyOthers(consumer, copies, cut.getKey(), cut.getValue(), owners);
      }
      copies.areThere();
    }
    var cuts = new HashMap<TopicPartition, RecordsToDelete>();
    hits.cuts.forEach((partition, end) -> cuts.put(partition, RecordsToDelete.beforeOffset(end)));
    admin.deleteRecords(cuts).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private Hits look(String topic, Owners owners, int people) throws InterruptedException {
    var hits = new Hits(people);
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
              var theirs = record.value() == null ? new BitSet() : owners.of(key, record.value());
              if (!theirs.isEmpty()) {
                var partition = new TopicPartition(topic, record.partition());
                hits.cuts.put(partition, Objects.requireNonNull(ends.get(partition)));
                theirs.stream().forEach(n -> hits.records[n]++);
                hits.ends
                    .computeIfAbsent(partition, _ -> new HashSet<>())
                    .add(owners.haveStream(key) ? key : owners.nobodys);
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
      Owners owners)
      throws ExecutionException, InterruptedException, TimeoutException {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < end && !owners.haveStream(Wire.key(record).orElse(""))) {
          copies.add(copy(record, owners));
        }
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ConsumerRecord<byte[], byte[]> record, Owners owners) {
    var value = record.value();
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp() < 0 ? null : record.timestamp(),
        record.key(),
        value == null ? null : owners.without(value),
        record.headers());
  }

  /** Twice: the broker compacts up to the segment that is being written, and without it. */
  private void end(Admin admin, String topic, List<String> keys)
      throws ExecutionException, InterruptedException, TimeoutException {
    shortSegments(admin, topic, OpType.SET);
    try (var producer = clients.producer(self + "-erasure")) {
      var ends = new Copies(producer);
      for (int time = 0; time < 2; time++) {
        for (var key : keys) {
          ends.add(new ProducerRecord<>(topic, bytes(key), null));
        }
        ends.areThere();
      }
    }
    shortSegments(admin, topic, OpType.DELETE);
  }

  /** While this is set, a record that is newer than the segment's first begins another segment. */
  private static void shortSegments(Admin admin, String topic, OpType what)
      throws ExecutionException, InterruptedException, TimeoutException {
    var setting = new AlterConfigOp(new ConfigEntry(TopicConfig.SEGMENT_MS_CONFIG, "1"), what);
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    admin
        .incrementalAlterConfigs(Map.of(resource, List.of(setting)))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (what == OpType.SET) {
      // The controller has it. The broker that writes the segments hears of it a little later.
      Thread.sleep(UNTIL_IT_HOLDS);
    }
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
