package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.Provenance;

class EventCodecTest {

  private final EventCodec<ConversationEvent> codec = new EventCodec<>(EventCatalog.CONVERSATION);
  private final WireMessage message =
      codec.encode(Samples.<ConversationEvent>envelope(new PhaseEntered("demographics")));

  @Test
  void an_event_of_a_newer_publisher_is_told_apart() {
    var newer = with("ce_type", "rapport.conversation.mood-sensed.v1");
    assertThat(codec.decode(newer))
        .isEqualTo(
            new Received.Unknown<>(
                "rapport.conversation.mood-sensed.v1",
                "acme",
                "conversation-1",
                5,
                Samples.envelope("").at()));
  }

  @Test
  void a_field_of_a_newer_publisher_is_passed_over() {
    assertThat(codec.decode(saying("{\"phase\":\"demographics\",\"mood\":{\"a\":[1]}}")))
        .isEqualTo(codec.decode(message));
  }

  @Test
  void optional_parts_may_be_missing() {
    var plain =
        new Envelope<ConversationEvent>(
            "1",
            "acme",
            "s",
            1,
            Samples.envelope("").at(),
            null,
            null,
            new FieldCaptured(
                "age", FieldValue.text("42"), new Provenance(Origin.PANEL, null, null, 1)));
    var written = codec.encode(plain);
    assertThat(written.headers()).doesNotContainKeys("ce_cause", "traceparent");
    assertThat(written.value()).doesNotContain("null");
    assertThat(codec.decode(written)).isEqualTo(new Received.Known<>(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_type", "ce_id", "ce_workspace", "ce_subject", "ce_rev", "ce_time"})
  void a_header_that_is_needed_must_be_there(String header) {
    refused(with(header, null));
    refused(with(header, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_rev,0",
    "ce_rev,-1",
    "ce_rev,1.5",
    "ce_rev,one",
    "ce_rev,99999999999999999999",
    "ce_time,yesterday",
    "ce_time,2026-03-01",
    "ce_time,2026-13-01T00:00:00Z"
  })
  void a_header_that_cannot_be_is_refused(String header, String value) {
    refused(with(header, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{} {}",
        "{\"phase\":{}}",
        "{}",
        "{\"phase\":null}"
      })
  void a_value_that_is_not_the_event_is_refused(String value) {
    refused(saying(value));
  }

  @Test
  void a_value_out_of_range_is_refused() {
    var type = "rapport.conversation.field-captured.v1";
    var headers = new LinkedHashMap<>(message.headers());
    headers.put("ce_type", type);
    var value = "{\"path\":\"age\",\"value\":42,\"source\":{\"by\":\"chat\",\"confidence\":1.1}}";
    refused(new WireMessage(message.topic(), message.key(), headers, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"path\":\"age\",\"value\":1}",
        "{\"path\":\"age\",\"value\":1,\"source\":{\"by\":\"chat\"}}",
        "{\"path\":\"age\",\"value\":null,\"source\":{\"by\":\"chat\",\"confidence\":1}}",
        "{\"path\":\"age\",\"value\":1,\"source\":{\"by\":\"nobody\",\"confidence\":1}}"
      })
  void an_event_that_lacks_a_part_is_refused(String value) {
    var headers = new LinkedHashMap<>(message.headers());
    headers.put("ce_type", "rapport.conversation.field-captured.v1");
    refused(new WireMessage(message.topic(), message.key(), headers, value));
  }

  @Test
  void a_part_that_is_optional_may_be_null() {
    var headers = new LinkedHashMap<>(message.headers());
    headers.put("ce_type", "rapport.conversation.session-started.v1");
    var value = "{\"flow\":\"f\",\"flowVersion\":1,\"locale\":\"en\",\"startedBy\":null}";
    assertThat(codec.decode(new WireMessage(message.topic(), message.key(), headers, value)))
        .isInstanceOf(Received.Known.class);
  }

  @Test
  void an_event_without_a_value_is_refused() {
    refused(new WireMessage(message.topic(), message.key(), message.headers(), null));
  }

  @Test
  void the_key_keeps_a_stream_together() {
    assertThat(message.key()).isEqualTo("acme/conversation-1");
  }

  @Test
  void names_are_checked_when_a_catalog_is_made() {
    assertThatThrownBy(
            () -> new EventCatalog<>("t", "s", Map.of("Rapport.PhaseEntered", PhaseEntered.class)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new EventCatalog<>(
                "t",
                "s",
                Map.of("rapport.a.b.v1", PhaseEntered.class, "rapport.a.c.v1", PhaseEntered.class)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_event_of_another_catalog_is_not_written() {
    var narrow =
        new EventCodec<ConversationEvent>(
            new EventCatalog<>("t", "s", Map.of("rapport.a.b.v1", PhaseEntered.class)));
    assertThatThrownBy(
            () -> narrow.encode(Samples.envelope(new ConversationEvent.SessionResumed())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void refused(WireMessage damaged) {
    assertThatThrownBy(() -> codec.decode(damaged)).isInstanceOf(MalformedEventException.class);
  }

  private WireMessage with(String header, @Nullable String value) {
    var headers = new LinkedHashMap<>(message.headers());
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }
    return new WireMessage(message.topic(), message.key(), headers, message.value());
  }

  private WireMessage saying(String value) {
    return new WireMessage(message.topic(), message.key(), message.headers(), value);
  }
}
