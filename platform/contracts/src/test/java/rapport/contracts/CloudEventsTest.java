package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.PhaseEntered;

/** The CloudEvents project's own library reads what we write. */
class CloudEventsTest {

  @Test
  void a_reader_of_cloud_events_understands_ours() {
    var envelope = Samples.<ConversationEvent>envelope(new PhaseEntered("demographics"));
    var message = new EventCodec<>(EventCatalog.CONVERSATION).encode(envelope);
    var event = KafkaMessageFactory.createReader(record(message)).toEvent();
    assertThat(event.getId()).isEqualTo(envelope.id());
    assertThat(event.getType()).isEqualTo("rapport.conversation.phase-entered.v1");
    assertThat(event.getSource()).hasToString("/rapport/conversation-service");
    assertThat(event.getSubject()).isEqualTo("conversation-1");
    assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse(envelope.at().toString()));
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(event.getExtension("workspace")).isEqualTo("acme");
    assertThat(event.getExtension("rev")).isEqualTo("5");
    assertThat(event.getExtension("cause")).isEqualTo("message-9");
    assertThat(Objects.requireNonNull(event.getData()).toBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"phase\":\"demographics\"}");
  }

  private static ConsumerRecord<byte[], byte[]> record(WireMessage message) {
    var headers = new RecordHeaders();
    message.headers().forEach((name, value) -> headers.add(name, bytes(value)));
    return new ConsumerRecord<>(
        message.topic(),
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        bytes(message.key()),
        bytes(Objects.requireNonNull(message.value())),
        headers,
        Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
