package rapport.standalone.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on {@code rapport.conversation.events}, read from its beginning. */
final class ConversationTopic {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "rapport.conversation.events";

  private ConversationTopic() {}

  /** The revisions of a conversation in the order in which each was first published. */
  static List<Long> revisions(String bootstrap, String conversation) {
    var revisions = new LinkedHashSet<Long>();
    for (var record : records(bootstrap)) {
      if (record.key().endsWith("/" + conversation)) {
        revisions.add(Long.parseLong(header(record, "ce_rev")));
      }
    }
    return List.copyOf(revisions);
  }

  /** The events of a conversation of one type, such as {@code question-asked}, each once. */
  static List<JsonNode> events(String bootstrap, String conversation, String type) {
    var events = new TreeMap<Long, JsonNode>();
    for (var record : records(bootstrap)) {
      if (record.key().endsWith("/" + conversation)
          && header(record, "ce_type").equals("rapport.conversation." + type + ".v1")) {
        events.put(Long.parseLong(header(record, "ce_rev")), JSON.readTree(record.value()));
      }
    }
    return List.copyOf(events.values());
  }

  private static List<ConsumerRecord<String, String>> records(String bootstrap) {
    var found = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(NAME, Duration.ofSeconds(20)).stream()
              .map(partition -> new TopicPartition(NAME, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
