package rapport.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.topic.OwnedTopics;
import rapport.testkit.EmbeddedBroker;

@Timeout(120)
class TopicErasureIT {

  private final String topic = "erasure-" + UUID.randomUUID();
  private final KafkaClients clients = clients();
  private final TopicErasure erasure =
      new TopicErasure(clients, OwnedTopics.ofEvents(topic), "test");

  private static KafkaClients clients() {
    var properties = new KafkaProperties();
    properties.setBootstrapServers(List.of(EmbeddedBroker.shared().bootstrapServers()));
    return new KafkaClients(properties);
  }

  @Test
  void nothing_of_theirs_can_be_read_any_more_and_everything_of_others_can_in_its_order()
      throws Exception {
    EmbeddedBroker.shared().createTopic(topic, 3);
    try (var producer = clients.producer("test")) {
      for (int n = 0; n < 60; n++) {
        var text = n % 6 == 0 ? "canary-text " + n : "words of others " + n;
        producer.send(record("w/c-" + n % 6, text)).get();
      }
      producer.send(record("w/c-5", "for nora@deep.example")).get();
    }
    var gone = erasure.erase("w", List.of(nora(), hugo(), nobody()), Map.of());

    assertThat(gone)
        .containsExactly(
            List.of(new Count(topic, 11)),
            List.of(new Count(topic, 10)),
            List.of(new Count(topic, 0)));
    var left = everything();
    assertThat(left)
        .noneMatch(record -> text(record).contains("canary"))
        .noneMatch(record -> text(record).contains("nora@"));
    for (int other = 2; other < 6; other++) {
      var key = "w/c-" + other;
      var numbers =
          left.stream()
              .filter(record -> key(record).equals(key))
              .map(TopicErasureIT::text)
              .filter(text -> text.startsWith("words of others "))
              .map(text -> Integer.parseInt(text.substring(16)))
              .toList();
      assertThat(numbers).hasSize(10).isSorted();
    }
    assertThat(left).anyMatch(record -> text(record).equals("for [erased]"));
    for (var erased : List.of("w/c-0", "w/c-1")) {
      assertThat(left)
          .filteredOn(record -> key(record).equals(erased))
          .singleElement()
          .satisfies(end -> assertThat(end.value()).isNull());
    }
    assertThat(erasure.erase("w", List.of(nora()), Map.of()))
        .containsExactly(List.of(new Count(topic, 0)));
  }

  private static Subject hugo() {
    return Subject.ofConversations(List.of("c-1"));
  }

  private static Subject nobody() {
    return Subject.ofConversations(List.of("c-nobody"));
  }

  private static Subject nora() {
    return Subject.ofConversations(List.of("c-0"))
        .and(
            new Subject(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("nora@deep.example"),
                List.of(),
                List.of()));
  }

  private ProducerRecord<byte[], byte[]> record(String key, String value) {
    return new ProducerRecord<>(
        topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  private List<ConsumerRecord<byte[], byte[]>> everything() {
    var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = clients.reader("test")) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
  }
}
