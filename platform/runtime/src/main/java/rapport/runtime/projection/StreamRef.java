package rapport.runtime.projection;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rapport.runtime.kafka.Wire;

/** A stream of a workspace. */
record StreamRef(String workspace, String stream) {

  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_-]{1,64})");

  String key() {
    return workspace + "/" + stream;
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
