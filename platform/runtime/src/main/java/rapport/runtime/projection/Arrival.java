package rapport.runtime.projection;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import rapport.contracts.EventCodec;
import rapport.contracts.MalformedEventException;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.runtime.kafka.Wire;

/** What came for a stream: an event, or something that cannot be one. */
sealed interface Arrival<E> {

  /** The revision it says it has; 0 when it does not say. */
  long rev();

  record Event<E>(Received<E> received) implements Arrival<E> {
    @Override
    public long rev() {
      return received.rev();
    }
  }

  record Broken<E>(long rev, String reason) implements Arrival<E> {}

  static <E> Arrival<E> read(
      EventCodec<E> codec, StreamRef stream, ConsumerRecord<byte[], byte[]> record) {
    try {
      return read(codec, stream, Wire.message(record));
    } catch (MalformedEventException e) {
      return new Broken<>(rev(Wire.header(record, "ce_rev").orElse("")), reason(e));
    }
  }

  static <E> Arrival<E> read(EventCodec<E> codec, StreamRef stream, WireMessage message) {
    try {
      var received = codec.decode(message);
      if (!stream.equals(new StreamRef(received.workspace(), received.stream()))) {
        return new Broken<>(0, "its headers name another stream than its key");
      }
      return new Event<>(received);
    } catch (MalformedEventException e) {
      return new Broken<>(rev(message.headers().getOrDefault("ce_rev", "")), reason(e));
    }
  }

  private static long rev(String text) {
    return text.matches("[1-9]\\d{0,17}") ? Long.parseLong(text) : 0;
  }

  /** The reader's words only: the record's may be personal. */
  private static String reason(MalformedEventException failure) {
    return String.valueOf(failure.getMessage());
  }
}
