package rapport.standalone.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import rapport.standalone.chaos.Evidence.Event;

/** What lies on the topic of conversations. */
final class Topic {

  static final String NAME = "rapport.conversation.events";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final String WORKSPACE = "main/";

  private Topic() {}

  /** All events, by conversation, in the order in which they lie there. */
  static Map<String, List<Event>> read(String bootstrap) {
    var streams = new HashMap<String, List<Event>>();
    var settings = Map.<String, Object>of("bootstrap.servers", bootstrap);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(NAME).stream()
              .map(partition -> new TopicPartition(NAME, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> add(streams, record));
      }
    }
    return streams;
  }

  /** Poison has no readable revision, or is none of the conversations asked for. */
  private static void add(Map<String, List<Event>> streams, ConsumerRecord<byte[], byte[]> record) {
    var rev = record.headers().lastHeader("ce_rev");
    var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    if (rev == null || !key.startsWith(WORKSPACE)) {
      return;
    }
    var headers = new HashMap<String, String>();
    record
        .headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    streams
        .computeIfAbsent(key.substring(WORKSPACE.length()), _ -> new ArrayList<>())
        .add(Events.of(headers, new String(record.value(), StandardCharsets.UTF_8)));
  }
}
