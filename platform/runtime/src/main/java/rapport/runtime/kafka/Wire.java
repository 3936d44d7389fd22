package rapport.runtime.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import rapport.contracts.MalformedEventException;
import rapport.contracts.WireMessage;

/** {@link WireMessage}s as Kafka records and back. */
public final class Wire {

  private Wire() {}

  public static ProducerRecord<byte[], byte[]> record(WireMessage message) {
    var value = message.value();
    var record =
        new ProducerRecord<byte[], byte[]>(
            message.topic(), bytes(message.key()), value == null ? null : bytes(value));
    message.headers().forEach((name, text) -> record.headers().add(name, bytes(text)));
    return record;
  }

  /**
   * @throws MalformedEventException when key, headers or value are not text in UTF-8
   */
  public static WireMessage message(ConsumerRecord<byte[], byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : record.headers()) {
      headers.put(header.key(), required(text(header.value())));
    }
    var value = record.value();
    return new WireMessage(
        record.topic(),
        required(text(record.key())),
        headers,
        value == null ? null : required(text(value)));
  }

  /** The text of a header; empty when there is none or it is not text. */
  public static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? Optional.empty() : text(header.value());
  }

  /** The text of the key; empty when there is none or it is not text. */
  public static Optional<String> key(ConsumerRecord<byte[], byte[]> record) {
    return text(record.key());
  }

  private static String required(Optional<String> text) {
    return text.orElseThrow(() -> new MalformedEventException("not text in UTF-8"));
  }

  private static Optional<String> text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
