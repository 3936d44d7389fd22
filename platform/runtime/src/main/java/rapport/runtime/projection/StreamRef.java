package rapport.runtime.projection;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rapport.runtime.kafka.Wire;

/** A stream of a workspace. */
public record StreamRef(String workspace, String stream) {

  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_-]{1,64})");

  /** {@code workspace/stream}: the key of its records, and of documents about it. */
  public String key() {
    return workspace + "/" + stream;
  }

  /**
   * The stream of a {@link #key}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static StreamRef ofKey(String key) {
    return parse(key).orElseThrow(() -> new IllegalArgumentException("not the key of a stream"));
  }

  /** The stream a record belongs to, by its key or else its headers, if it can be told at all. */
  static Optional<StreamRef> of(ConsumerRecord<byte[], byte[]> record) {
    return Wire.key(record).flatMap(StreamRef::parse).or(() -> byHeaders(record));
  }

  private static Optional<StreamRef> byHeaders(ConsumerRecord<byte[], byte[]> record) {
    return Wire.header(record, "ce_workspace")
        .flatMap(
            workspace -> Wire.header(record, "ce_subject").map(stream -> workspace + "/" + stream))
        .flatMap(StreamRef::parse);
  }

  private static Optional<StreamRef> parse(String key) {
    var match = KEY.matcher(key);
    return match.matches()
        ? Optional.of(new StreamRef(match.group(1), match.group(2)))
        : Optional.empty();
  }
}
